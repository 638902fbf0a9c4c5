import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const BIN = fileURLToPath(new URL('../packages/cli/dist/bin.js', import.meta.url))

let folder = ''
let started: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-operation-'))
})

afterEach(() => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  started = []
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  readonly written: () => string
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<unknown>
}

const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Run => {
  const child = spawn(process.execPath, [BIN, ...words], {
    env: { ...process.env, PORT: '0', CANDOR_DATA: join(folder, 'data'), CANDOR_KEY: 'demo', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const parts: string[] = []
  const keep = (part: Buffer): void => void parts.push(part.toString('utf8'))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = once(child, 'close').then(([code, signal]: readonly unknown[]) => code ?? signal)
  return { child, written: () => parts.join(''), ended }
}

/** Waits until the process has written something that fits, and gives the first group of it. */
const writes = async ({ child, written, ended }: Run, pattern: RegExp): Promise<string> => {
  for (;;) {
    const found = pattern.exec(written())
    if (found !== null) return found[1] ?? found[0]
    const over = await Promise.race([
      ended.then(() => 'ended'),
      once(child.stdout ?? child, 'data'),
      once(child.stderr ?? child, 'data'),
    ])
    if (over === 'ended' && !pattern.test(written())) throw new Error(`it ended with: ${written()}`)
  }
}

const serve = async (...words: readonly string[]): Promise<Run & { readonly url: string }> => {
  const service = run(['serve', ...words])
  return { ...service, url: await writes(service, /^Candor serves at (http:\S+)$/m) }
}

const BODY = JSON.stringify({
  v: 1,
  practices: 'skype-teams@1',
  client: 'desktop',
  os: 'Windows',
  reports: [],
})

/** Opens a request of reports and holds its body back. */
const beginRequest = async (url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.setEncoding('utf8')
  socket.write(
    `POST /v1/usage?key=demo HTTP/1.1\r\nhost: candor\r\ncontent-type: text/plain\r\ncontent-length: ${BODY.length}\r\n\r\n`,
  )
  return socket
}

const isTaken = async (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  )

describe('a signal to stop', () => {
  test('first makes it unready, then ends it with what was under way answered', async () => {
    const service = await serve('--stop-notice-seconds', '2')
    const socket = await beginRequest(service.url)
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200)
    service.child.kill('SIGTERM')
    await writes(service, /Stopping/)
    const unready = await fetch(`${service.url}/readyz`)
    expect([unready.status, await unready.json()]).toEqual([503, { status: 'unready', parts: ['stopping'] }])
    while (await isTaken(service.url)) await new Promise((resolve) => setTimeout(resolve, 100))
    socket.write(BODY)
    const [answer] = (await once(socket, 'data')) as [string]
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(await service.ended).toBe(0)
  })

  test('a request that never ends is given up after the time to drain', async () => {
    const service = await serve('--drain-seconds', '1')
    const socket = await beginRequest(service.url)
    await fetch(`${service.url}/readyz`)
    service.child.kill('SIGINT')
    await once(socket, 'close')
    expect(await service.ended).toBe(0)
  })

  test('a second one, also another, ends it at once', async () => {
    const service = await serve('--stop-notice-seconds', '60')
    service.child.kill('SIGTERM')
    await writes(service, /Stopping/)
    service.child.kill('SIGINT')
    expect(await service.ended).toBe('SIGKILL')
  })
})

describe('what cannot be used ends the command soon, and says what and the way out:', () => {
  test.each([
    [
      'a port that is none',
      { PORT: 'many' },
      /key: port; from: the environment variable PORT; expected: a whole/,
    ],
    ['a place that takes no folders', { CANDOR_DATA: '/proc/candor/data' }, /key: dataFolder.*fault: E/],
    [
      'a certificate that is not there',
      { CANDOR_TLS_CERT: '/none.pem', CANDOR_TLS_KEY: '/none.pem' },
      /key: tlsCert/,
    ],
  ])('%s', async (_what, env, told) => {
    const service = run(['serve'], env)
    expect(await service.ended).toBe(1)
    expect(service.written()).toMatch(/^CANDOR_CONFIGURATION_INVALID: /)
    expect(service.written()).toMatch(told)
    expect(service.written()).toContain('Mend the key that the message names.')
  })
})

test('the log is JSON where nobody watches, and warns of plain HTTP on other addresses', async () => {
  const service = await serve('--host', '0.0.0.0')
  const line = await writes(service, /^(\{"level":"warn".*plain HTTP.*\})$/m)
  expect(JSON.parse(line)).toMatchObject({ level: 'warn', facts: { host: '0.0.0.0' } })
  service.child.kill('SIGTERM')
  await service.ended
})

test('metrics have an address of their own where they are told to', async () => {
  const service = await serve('--metrics-listen', '127.0.0.1:0')
  const url = await writes(service, /"url":"(http:[^"]+)"/)
  expect((await fetch(`${service.url}/metrics`)).status).toBe(404)
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('candor_reports_received_total')
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(`${url}/api/conservation`)).status).toBe(404)
  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)
})

test('candor doctor finds a folder whose process does not answer where it looks', async () => {
  const service = await serve()
  const found = run(['doctor', '--port', '1', '--url', 'http://127.0.0.1:1'])
  expect(await found.ended).toBe(1)
  expect(found.written()).toContain('problem  store: A process uses the data folder, but does not answer')
  const well = run(['doctor', '--url', service.url])
  expect(await well.ended).toBe(0)
  expect(well.written()).toContain(`The service at ${service.url} takes reports`)
})
