import cluster, { type Worker } from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import type { ErrorCode } from '@candor/practices'
import type { WorkerFigures } from '../health/health-figures.js'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-message.js'

/** Between the end of a process and its next start: 200 milliseconds. */
const PAUSE_MILLIS = 200

/** How long a process may take to answer what is under way when it ends: 12 seconds. Then it is killed. */
const DRAIN_MILLIS = 12_000

/** The place of one collector process: when the process ends by itself, another takes it. */
export interface WorkerPlace {
  /** Resolves when the process serves; rejects where it ends before. */
  served(): Promise<void>
  /** Makes a change count in the process, once it serves. */
  refresh(number: number): Promise<void>
  figures(): WorkerFigures
  close(): Promise<void>
}

/** What a place is opened with. */
export interface WorkerPlaceParts {
  readonly setup: WorkerSetup
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

const say = (worker: Worker, message: ToWorker): void => {
  if (worker.isConnected()) worker.send(message, () => undefined)
}

/** Resolves with whether a process said what `isIt` looks for; it may end before. */
const hear = async (worker: Worker, isIt: (message: FromWorker) => boolean): Promise<'heard' | 'ended'> =>
  new Promise((resolve) => {
    if (worker.isDead()) return resolve('ended')
    worker.on('message', (message: FromWorker) => {
      if (isIt(message)) resolve('heard')
    })
    worker.once('exit', () => resolve('ended'))
  })

const startWorker = ({ setup, onFailure }: WorkerPlaceParts) => {
  const worker = cluster.fork()
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') say(worker, { kind: 'begin', setup })
    if (message.kind === 'failed') onFailure(message.code as ErrorCode, new Error(message.text))
  })
  return { worker, served: hear(worker, ({ kind }) => kind === 'serves') }
}

const endWorker = async (worker: Worker): Promise<void> => {
  const ended = hear(worker, () => false)
  say(worker, { kind: 'drain' })
  await Promise.race([ended, wait(DRAIN_MILLIS, undefined, { ref: false })])
  worker.process.kill('SIGKILL')
  await ended
}

/** Starts a process in a new place. */
export const openWorkerPlace = (parts: WorkerPlaceParts): WorkerPlace => {
  let state: 'open' | 'closed' = 'open'
  let restarts = 0
  let running = startWorker(parts)
  const again = async (): Promise<void> => {
    await wait(PAUSE_MILLIS)
    if (state === 'closed') return
    restarts += 1
    running = startWorker(parts)
    running.worker.once('exit', () => void again())
  }
  running.worker.once('exit', () => void again())
  return {
    served: async () => {
      if ((await running.served) === 'ended') throw new Error('a collector process ended before it served')
    },
    refresh: async (number) => {
      const { worker, served } = running
      if ((await served) === 'ended') return
      const refreshed = hear(worker, (said) => said.kind === 'refreshed' && said.number >= number)
      say(worker, { kind: 'refresh', number })
      await refreshed
    },
    figures: () => ({ process: running.worker.process.pid ?? 0, restarts }),
    close: async () => {
      state = 'closed'
      await endWorker(running.worker)
    },
  }
}
