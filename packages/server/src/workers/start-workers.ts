import cluster from 'node:cluster'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { ErrorCode } from '@candor/practices'
import { createLimits, type LimitOptions, type Spent } from '../admission/limits.js'
import type { WorkerFigures } from '../health/health-figures.js'
import type { Metric } from '../operation/metrics-text.js'
import type { WorkerSetup } from './worker-message.js'
import { openWorkerPlace, type WorkerPlace } from './worker-place.js'

const PROGRAM = fileURLToPath(new URL('worker-process.js', import.meta.url))

/** Collector processes that run. */
export interface Workers {
  /** The port that all of them listen on. */
  readonly port: number
  /** Makes a change of settings, keys or erasures count in each; what was admitted before is durable then. */
  readonly refresh: () => Promise<void>
  readonly figures: () => readonly WorkerFigures[]
  readonly metrics: () => readonly Metric[]
  /** Makes each read the certificate again. */
  readonly reload: () => void
  /** Makes each believe the machine's clock as it is now. */
  readonly confirmClock: () => void
  readonly close: () => Promise<void>
}

/** How collector processes are started. */
export interface WorkersOptions {
  readonly count: number
  /** What all of them get; sizes are those of all together. */
  readonly setup: Omit<WorkerSetup, 'spent' | 'believedMillis'>
  readonly now: () => number
  /** The time that is believed. */
  readonly trustedNow: () => number
  readonly onFailure: (code: ErrorCode, error: unknown) => void
}

const findFreePort = async (host: string): Promise<number> => {
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The part of one process of what is so much for all of them. */
const partOf = (whole: number, count: number): number => Math.ceil(whole / count)

const partOfLimits = (limits: LimitOptions, count: number): LimitOptions => ({
  ...limits,
  ...(limits.maxBytesUnderWay !== undefined && { maxBytesUnderWay: partOf(limits.maxBytesUnderWay, count) }),
})

/** Starts collector processes, and starts one again that ends by itself. Rejects where one cannot serve. */
export const startWorkers = async (options: WorkersOptions): Promise<Workers> => {
  const { count, setup, now, trustedNow, onFailure } = options
  // Each process takes connections by itself: handed out by the main one, those under way to a process that is killed
  // would hang, and the loader's work would delay all others.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ exec: PROGRAM, args: [], serialization: 'advanced' })
  // All of them, and those that come later, listen on one port; 0 would be another each time none is left.
  const port = setup.port === 0 ? await findFreePort(setup.host) : setup.port
  const limits = partOfLimits(setup.limits, count)
  const maxConnections = partOf(setup.maxConnections, count)
  // What all of them took: a process that begins later goes on with the day.
  const taken = createLimits(setup.limits)
  const begun = (): WorkerSetup => {
    const parts = { port, limits, maxConnections }
    return { ...setup, ...parts, spent: taken.today(now()), believedMillis: trustedNow() }
  }
  const places: WorkerPlace[] = []
  const open = (): WorkerPlace => {
    const onSpent = (spent: readonly Spent[]): void => {
      taken.owe(spent, now())
      for (const other of places) if (other !== place) other.tell({ kind: 'spent', spent })
    }
    const place: WorkerPlace = openWorkerPlace({ setup: begun, onSpent, onFailure })
    return place
  }
  const close = async (): Promise<void> => {
    await Promise.all(places.map(async (place) => place.close()))
  }
  try {
    while (places.length < count) places.push(open())
    await Promise.all(places.map(async (place) => place.served()))
  } catch (error) {
    await close()
    throw error
  }
  const tellAll = (kind: 'reload' | 'confirm-clock'): void => {
    for (const place of places) place.tell({ kind })
  }
  let refreshes = 0
  return {
    port,
    refresh: async () => {
      refreshes += 1
      const number = refreshes
      await Promise.all(places.map(async (place) => place.refresh(number)))
    },
    figures: () => places.map((place) => place.figures()),
    metrics: () => places.flatMap((place) => place.metrics()),
    reload: () => tellAll('reload'),
    confirmClock: () => tellAll('confirm-clock'),
    close,
  }
}
