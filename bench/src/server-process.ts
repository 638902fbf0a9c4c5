import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A server under load, in a process of its own. */
export interface ServerProcess {
  readonly url: string
  /** Resident memory in MB. */
  residentMegabytes(): number
  /** CPU time so far, in milliseconds (user and system). */
  cpuMillis(): number
  /** The same of its main thread alone, which runs JavaScript. */
  mainThreadMillis(): number
  stop(): Promise<void>
}

const TICK_MILLIS = 10

/** CPU time in a stat file of Linux: user and system. */
const cpuIn = (stat: string): number => {
  const fields = stat.split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLIS
}

const statOf = (child: ChildProcess, name: string): string =>
  readFileSync(`/proc/${child.pid}/${name}`, 'utf8')

/** The servers that are compared. */
export type ServerKind = 'bare' | 'durable' | 'candor'

/**
 * Starts `bare` (node:http answering 204), `durable` (node:http answering when the body is flushed to a file) or `candor` (the
 * service, in a data folder or in an empty one that is removed afterwards).
 */
export const startServer = async (kind: ServerKind, dataFolder = ''): Promise<ServerProcess> => {
  const child = fork(fileURLToPath(new URL(`${kind}-server.js`, import.meta.url)), [dataFolder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [url] = (await once(child, 'message')) as [string]
  return {
    url,
    residentMegabytes: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(statOf(child, 'status'))?.[1]) / 1024),
    cpuMillis: () => cpuIn(statOf(child, 'stat')),
    mainThreadMillis: () => cpuIn(statOf(child, `task/${child.pid}/stat`)),
    stop: async () => {
      child.send('stop')
      await once(child, 'exit')
    },
  }
}
