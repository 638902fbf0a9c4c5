import cluster, { type Worker } from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import { CandorError, type ErrorCode } from '@candor/practices'
import type { Spent } from '../admission/limits.js'
import type { WorkerFigures } from '../health/health-figures.js'
import { countsOf, joinMetrics } from '../operation/join-metrics.js'
import type { Metric } from '../operation/metrics-text.js'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-message.js'

/** Between the end of a process and its next start: 200 milliseconds, and twice as long each time that it did not even serve. */
const PAUSE_MILLIS = 200
const LONGEST_PAUSE_MILLIS = 12_800

/** How long a process may take to answer what is under way when it ends: 12 seconds. Then it is killed. */
const DRAIN_MILLIS = 12_000

/** The place of one collector process: when the process ends by itself, another takes it. */
export interface WorkerPlace {
  /** Resolves when the process serves; rejects where it ends before, with what it said last. */
  served(): Promise<void>
  /** Makes a change count in the process, once it serves. */
  refresh(number: number): Promise<void>
  /** Says something that is not answered. */
  tell(message: Extract<ToWorker, { readonly kind: 'spent' | 'reload' | 'confirm-clock' }>): void
  figures(): WorkerFigures
  /** Of all processes that were here; what one did in its last quarter of a second may be missing where it was killed. */
  metrics(): readonly Metric[]
  close(): Promise<void>
}

/** What a place is opened with. */
export interface WorkerPlaceParts {
  /** For each process that begins. */
  readonly setup: () => WorkerSetup
  /** Told what the process took of the limits. */
  readonly onSpent: (spent: readonly Spent[]) => void
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

const startWorker = ({ setup, onSpent, onFailure }: WorkerPlaceParts) => {
  const worker = cluster.fork()
  const told: { metrics: readonly Metric[]; failure?: CandorError; hasServed: boolean } = {
    metrics: [],
    hasServed: false,
  }
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') say(worker, { kind: 'begin', setup: setup() })
    if (message.kind === 'serves') told.hasServed = true
    if (message.kind === 'took') {
      told.metrics = message.metrics
      if (message.spent.length > 0) onSpent(message.spent)
    }
    if (message.kind === 'failed') {
      told.failure = new CandorError(message.code, message.facts)
      onFailure(message.code, told.failure)
    }
  })
  return { worker, told, served: hear(worker, ({ kind }) => kind === 'serves') }
}

const endWorker = async (worker: Worker): Promise<void> => {
  const ended = hear(worker, () => false)
  say(worker, { kind: 'drain' })
  await Promise.race([ended, wait(DRAIN_MILLIS, undefined, { ref: false })])
  worker.process.kill('SIGKILL')
  await ended
}

/** Keeps a process running until it is closed. */
const keepRunning = (parts: WorkerPlaceParts) => {
  const place = { running: startWorker(parts), restarts: 0, ended: [] as readonly Metric[], isClosed: false }
  let pauseMillis = PAUSE_MILLIS
  const follow = (): void => {
    const { worker, told } = place.running
    worker.once('exit', (status: number | null, signal: string | null) => {
      place.ended = joinMetrics([...place.ended, ...countsOf(told.metrics)])
      told.metrics = []
      if (place.isClosed) return
      const facts = {
        process: worker.process.pid ?? 0,
        ...(signal === null ? { status: status ?? 0 } : { signal }),
      }
      parts.onFailure('CANDOR_COLLECTOR_ENDED', new CandorError('CANDOR_COLLECTOR_ENDED', facts))
      pauseMillis = told.hasServed ? PAUSE_MILLIS : Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS)
      void again()
    })
  }
  const again = async (): Promise<void> => {
    await wait(pauseMillis)
    if (place.isClosed) return
    place.restarts += 1
    place.running = startWorker(parts)
    follow()
  }
  follow()
  return place
}

/** Starts a process in a new place. */
export const openWorkerPlace = (parts: WorkerPlaceParts): WorkerPlace => {
  const place = keepRunning(parts)
  return {
    served: async () => {
      const { served, told } = place.running
      if ((await served) === 'ended') throw told.failure ?? new CandorError('CANDOR_COLLECTOR_ENDED')
    },
    refresh: async (number) => {
      const { worker, served } = place.running
      if ((await served) === 'ended') return
      const refreshed = hear(worker, (said) => said.kind === 'refreshed' && said.number >= number)
      say(worker, { kind: 'refresh', number })
      await refreshed
    },
    tell: (message) => say(place.running.worker, message),
    figures: () => ({
      process: place.running.worker.process.pid ?? 0,
      state: place.running.told.hasServed && !place.running.worker.isDead() ? 'serves' : 'starts',
      restarts: place.restarts,
    }),
    metrics: () => [...place.ended, ...place.running.told.metrics],
    close: async () => {
      place.isClosed = true
      await endWorker(place.running.worker)
    },
  }
}
