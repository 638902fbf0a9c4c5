import { chmodSync, mkdirSync, mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { CandorError } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createService } from '@candor/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProgram } from '../program.js'
import type { Surroundings } from '../surroundings.js'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-doctor-'))
})
afterAll(() => rmSync(root, { recursive: true }))

interface Shown {
  readonly check: string
  readonly state: string
  readonly message: string
  readonly wayOut?: string
}

interface Examined {
  readonly exitCode: unknown
  readonly findings: readonly Shown[]
}

const doctor = async (...words: readonly string[]): Promise<Examined> => {
  const stdout = new PassThrough()
  const surroundings = { env: {}, stdout, stderr: stdout, exitCode: undefined } as unknown as Surroundings
  await createProgram(surroundings).parseAsync(['node', 'candor', 'doctor', '--json', ...words])
  return {
    exitCode: surroundings.exitCode,
    findings: JSON.parse(String(stdout.read())) as readonly Shown[],
  }
}

/** The findings of a check that are not well, each as one text. */
const faults = ({ findings }: Examined): readonly string[] =>
  findings
    .filter(({ state }) => state !== 'ok')
    .map(({ check, state, message }) => `${state} ${check}: ${message}`)

const folderOf = (name: string): string => {
  const folder = join(root, name)
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

const listenAnywhere = async (): Promise<{ readonly server: Server; readonly port: number }> => {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

/** A port where nothing listens. */
const freePort = async (): Promise<string> => {
  const { server, port } = await listenAnywhere()
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

describe('candor doctor', () => {
  test('finds nothing wrong before the first start', async () => {
    const examined = await doctor('--data', join(root, 'none'), '--port', await freePort())
    expect(faults(examined)).toEqual([])
    expect(examined.exitCode).toBeUndefined()
  })

  test('finds nothing wrong with a service that runs, and nothing wrong after it', async () => {
    const dataFolder = join(root, 'living')
    const service = await createService({ dataFolder, port: 0, products: [{ practices: skypeTeams }] })
    const { port } = new URL(service.url)
    const living = await doctor('--data', dataFolder, '--port', port)
    expect(faults(living)).toEqual([])
    const told = living.findings.map(({ message }) => message)
    expect(told).toContain(`The service at ${service.url} takes reports`)
    expect(told).toContain('Practices served: skype-teams@1')
    expect(told).toContain('What is over is removed')
    await service.close()
    expect(faults(await doctor('--data', dataFolder, '--port', port))).toEqual([])
  })

  test('finds secrets that others may read, and a folder that they may look into', async () => {
    const folder = folderOf('open')
    writeFileSync(join(folder, 'keyring.json'), '{}')
    chmodSync(join(folder, 'keyring.json'), 0o644)
    chmodSync(folder, 0o755)
    const examined = await doctor('--data', folder, '--port', await freePort())
    expect(faults(examined)).toEqual([
      `warning data folder: Others may look into ${folder}`,
      `problem secrets: Others may read ${join(folder, 'keyring.json')}`,
    ])
    const wayOut = examined.findings.find(({ check }) => check === 'secrets')?.wayOut
    expect(wayOut).toContain(`chmod 600 ${join(folder, 'keyring.json')}`)
  })

  test('finds data whose keyring is lost, and a clock that is behind', async () => {
    const folder = folderOf('lost')
    mkdirSync(join(folder, 'spool'))
    const file = join(folder, 'control-plane.db')
    writeFileSync(file, '')
    const inAnHour = Date.now() / 1000 + 3600
    utimesSync(file, inAnHour, inAnHour)
    expect(faults(await doctor('--data', folder, '--port', await freePort()))).toEqual([
      'problem secrets: There is data, but no keyring.json',
      'warning clock: The clock is 60 minutes behind the files',
    ])
    unlinkSync(file)
  })

  test('finds another program on the port', async () => {
    const { server, port } = await listenAnywhere()
    const examined = await doctor('--data', join(root, 'none'), '--port', String(port))
    expect(faults(examined)).toEqual([
      `problem port: The service cannot listen on 127.0.0.1:${port} (EADDRINUSE): another program does`,
    ])
    server.close()
  })

  test('finds a configuration that cannot be used', async () => {
    const examined = await doctor('--port', 'many')
    expect(faults(examined)).toEqual([
      `problem configuration: ${new CandorError('CANDOR_CONFIGURATION_INVALID', { key: 'port', from: 'the flag --port', expected: 'a whole number from 0 to 65535' }).message}`,
    ])
    expect(examined.exitCode).toBe(1)
  })

  test('finds files of TLS that cannot be used, and plain HTTP on other addresses', async () => {
    const tls = ['--tls-cert', join(root, 'no-cert.pem'), '--tls-key', join(root, 'no-key.pem')]
    const port = await freePort()
    const examined = await doctor('--data', join(root, 'none'), '--port', port, ...tls)
    expect(faults(examined).join()).toMatch(/^problem tls: .*key: tlsCert.*fault: ENOENT$/)
    expect(faults(await doctor('--data', join(root, 'none'), '--port', port, '--host', '0.0.0.0'))).toEqual([
      'warning listening: The service listens on 0.0.0.0 over plain HTTP',
    ])
  })

  test('says a way out with everything that is wrong', async () => {
    const folder = folderOf('way-out')
    chmodSync(folder, 0o777)
    const { findings } = await doctor('--data', folder, '--port', await freePort())
    const wrong = findings.filter(({ state }) => state !== 'ok')
    expect(wrong).not.toEqual([])
    for (const { wayOut } of wrong) expect(wayOut).toMatch(/^[A-Z].*\.$/)
  })

  test('says it in Spanish too', async () => {
    const spanish = await doctor('--data', folderOf('es'), '--port', 'many', '--lang', 'es')
    expect(spanish.findings[0]?.message).toMatch(
      /^La configuración tiene un valor que no se puede usar; key: port/,
    )
    expect(spanish.findings[0]?.wayOut).toBe('Corrija la clave que indica el mensaje.')
  })
})
