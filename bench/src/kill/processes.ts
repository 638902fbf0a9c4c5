import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../../packages/cli/dist/bin.js', import.meta.url))
const CLIENT = fileURLToPath(new URL('../../dist/kill/kill-client.js', import.meta.url))

/** A process that was started here. */
export interface Started {
  readonly child: ChildProcess
  /** Resolves when it ended. */
  readonly ended: Promise<unknown>
}

/** A service that was started here. */
export interface StartedService extends Started {
  readonly url: string
}

/** How a service is started. */
export interface ServicePlace {
  readonly dataFolder: string
  /** 0: a free one. */
  readonly port: number
  /** Collector processes beside the main one. */
  readonly workers: number
}

/** Starts `candor serve` with the ingest key `bench`, and waits until it serves. */
export const startService = async (place: ServicePlace): Promise<StartedService> => {
  const env = {
    ...process.env,
    PORT: String(place.port),
    CANDOR_DATA: place.dataFolder,
    CANDOR_KEY: 'bench',
  }
  const workers = place.workers > 0 ? ['--workers', String(place.workers)] : []
  const child = spawn(process.execPath, [BIN, 'serve', ...workers], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  return new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const url = /^Candor serves at (http:\S+)$/.exec(line)?.[1]
      if (url !== undefined) resolve({ child, ended, url })
    })
    void ended.then(() => reject(new Error('the service ended before it served')))
  })
}

/** Starts a client that uses a folder; `hear` gets its lines. */
export const startClient = (url: string, folder: string, hear: (line: string) => void): Started => {
  const child = spawn(process.execPath, [CLIENT, url, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.on('error', () => undefined)
  createInterface(child.stdout).on('line', hear)
  return { child, ended: once(child, 'close') }
}

/** What `candor export` gives of a lane, by line. */
export const exportLane = async (
  lane: string,
  { url }: StartedService,
  dataFolder: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const child = spawn(process.execPath, [BIN, 'export', lane, '--url', url], {
    env: { ...process.env, CANDOR_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const rows: Readonly<Record<string, unknown>>[] = []
  const ended = once(child, 'close')
  for await (const line of createInterface(child.stdout))
    if (line !== '') rows.push(JSON.parse(line) as Readonly<Record<string, unknown>>)
  await ended
  return rows
}

/** Ends a process as a power cut does. */
export const kill = async ({ child, ended }: Started): Promise<void> => {
  child.kill('SIGKILL')
  await ended
}
