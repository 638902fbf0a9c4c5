import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { createInterface } from 'node:readline'
import pg from 'pg'

const DEBIAN_FOLDER = '/usr/lib/postgresql'

/** The folder of PostgreSQL's programs: CANDOR_POSTGRES, or Debian's newest; undefined where there are none. */
export const findPostgres = (): string | undefined => {
  const wished = env['CANDOR_POSTGRES'] ?? ''
  if (wished !== '') return wished
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : []
  const folders = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((name) => join(DEBIAN_FOLDER, name, 'bin'))
  return folders.find((folder) => existsSync(join(folder, 'initdb')))
}

/** A PostgreSQL server of a test's own. */
export interface Postgres {
  /** Makes an empty database and answers its address. */
  createDatabase(): Promise<string>
  /** Ends it as a crash does. */
  kill(): Promise<void>
  /** Starts it again at the same port. */
  start(): Promise<void>
  /** Ends it, and removes its folder. */
  close(): Promise<void>
}

interface User {
  readonly uid?: number
  readonly gid?: number
}

/** It refuses to run as root: then it runs as Debian's postgres, or as nobody. */
const userOf = (): User => {
  if (process.getuid?.() !== 0) return {}
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = ['postgres', 'nobody'].flatMap((name) =>
    lines.filter((each) => each.startsWith(`${name}:`)),
  )[0]
  const [, , uid, gid] = (line ?? '').split(':').map(Number)
  return uid === undefined || gid === undefined ? {} : { uid, gid }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const startServer = async (bin: string, folder: string, port: number): Promise<ChildProcess> => {
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off']
  const args = ['-D', join(folder, 'data'), '-p', String(port), ...settings.flatMap((each) => ['-c', each])]
  const server = spawn(join(bin, 'postgres'), args, {
    ...userOf(),
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, LC_ALL: 'C' },
  })
  const lines = createInterface({ input: server.stderr ?? process.stdin })
  const said: string[] = []
  for await (const line of lines) {
    said.push(line)
    if (line.includes('ready to accept connections')) break
  }
  if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said.join('\n')}`)
  server.stderr?.resume()
  return server
}

const end = async (server: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill(signal)
  await ended
}

/** Starts PostgreSQL in a temporary folder at a free port; everybody on this machine may connect. */
export const startPostgres = async (bin: string): Promise<Postgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-postgres-'))
  const user = userOf()
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const initialise = [
    '-D',
    join(folder, 'data'),
    '-U',
    'candor',
    '-A',
    'trust',
    '-N',
    '--encoding=UTF8',
    '--locale=C',
  ]
  execFileSync(join(bin, 'initdb'), initialise, { ...user, cwd: folder, stdio: 'ignore' })
  const port = await freePort()
  let server = await startServer(bin, folder, port)
  const at = (name: string): string => `postgres://candor@127.0.0.1:${port}/${name}`
  return {
    createDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`
      const client = new pg.Client({ connectionString: at('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return at(name)
    },
    kill: () => end(server, 'SIGQUIT'),
    start: async () => {
      server = await startServer(bin, folder, port)
    },
    close: async () => {
      // At once: what it holds is thrown away.
      await end(server, 'SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
