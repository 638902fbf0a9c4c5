import { ERRORS, type ErrorCode } from '@candor/practices'
import type { RoomCheck } from '../admission/room-check.js'
import type { HealthFigures } from '../health/health-figures.js'
import { healthMetrics } from '../health/health-metrics.js'
import { partFaults, type PartFault } from '../health/part-faults.js'
import type { SettledOptions } from '../options.js'
import type { Retention } from '../retention/create-retention.js'
import { retentionMetrics } from '../retention/retention-metrics.js'
import { createProcessFigures } from './process-metrics.js'
import { createReadinessProbe, type ReadinessCheck, type ReadinessProbe } from './readiness.js'
import { createRequestFigures, type RequestFigures } from './request-figures.js'
import { serviceMetrics, type MetricParts } from './service-metrics.js'
import type { MetricSource } from './metrics-text.js'
import { createWaitingAge } from './waiting-age.js'
import type { Spool } from '../spool/spool.js'

/** The rooms that are watched. */
export interface WatchedParts extends Omit<MetricParts, 'waitingAge' | 'readDisk' | 'dataFolder' | 'now'> {
  readonly spool: Pick<Spool, 'append' | 'conservation'>
  readonly hasRoom: RoomCheck
  /** Reads something of the control plane's database. */
  readonly readControlPlane: () => Promise<unknown>
  readonly readHealth: () => HealthFigures
  readonly retention: Pick<Retention, 'figures'>
}

/** What watches over a running service. */
export interface Operation {
  readonly readiness: ReadinessProbe
  readonly requests: RequestFigures
  readonly metricSources: readonly MetricSource[]
  /** Looks at the loader and the spool each second, from now on; logs where the store begins to fail, and where it is well again. */
  start(): void
  stop(): void
}

const LOOK_MILLIS = 1000

/** What must work for a census report to be accepted. The spool is asked by a write of its own, which counts nothing. */
const readinessChecks = (parts: WatchedParts): readonly ReadinessCheck[] => [
  {
    part: 'spool',
    code: 'CANDOR_SPOOL_FULL',
    works: async () => {
      const [first] = parts.products
      if (first === undefined) return false
      const nothing = { practicesVersion: 0, client: '', os: '', receivedMillis: 0, reports: [] }
      const entry = { product: first.product, category: 'census', ...nothing } as const
      await parts.spool.append(entry, { received: 0, refused: {} })
      return true
    },
  },
  {
    part: 'control-plane',
    code: 'CANDOR_CONTROL_PLANE_UNAVAILABLE',
    works: async () => parts.readControlPlane().then(() => true),
  },
  { part: 'disk', code: 'CANDOR_SPOOL_FULL', works: async () => parts.hasRoom('census') },
  {
    part: 'collectors',
    code: 'CANDOR_COLLECTOR_ENDED',
    works: async () => {
      const { workers } = parts.readHealth()
      return workers.length === 0 || workers.some(({ state }) => state === 'serves')
    },
  },
]

const createLoaderWatch = ({ loader }: WatchedParts, { log }: SettledOptions): (() => void) => {
  let wasWell = true
  return () => {
    const health = loader.health()
    const code: ErrorCode = 'CANDOR_STORE_UNAVAILABLE'
    if (health.kind === 'failing') {
      const facts = { because: health.code, since: new Date(health.since).toISOString() }
      log.warn({ code, message: ERRORS[code].title.en, facts })
    } else if (!wasWell) {
      log.info({ message: 'The store takes reports again' })
    }
    wasWell = health.kind === 'well'
  }
}

/** Opens what watches over the service; nothing looks before it is started. */
export const openOperation = (parts: WatchedParts, options: SettledOptions): Operation => {
  const { now, readDisk, dataFolder } = options
  const waitingAge = createWaitingAge()
  const processFigures = createProcessFigures()
  const requests = createRequestFigures()
  const watchLoader = createLoaderWatch(parts, options)
  const unwell = (): readonly PartFault[] => partFaults(parts.readHealth())
  let timer: NodeJS.Timeout | undefined
  const look = (): void => {
    for (const { product } of parts.products) {
      waitingAge.look(product, parts.spool.conservation(product), now())
    }
    watchLoader()
  }
  return {
    readiness: createReadinessProbe({ checks: readinessChecks(parts), unwell, now }),
    requests,
    metricSources: [
      requests.metrics,
      ...serviceMetrics({ ...parts, waitingAge, readDisk, dataFolder, now }),
      () => healthMetrics(parts.readHealth()),
      async () => retentionMetrics(await parts.retention.figures()),
      processFigures.metrics,
    ],
    start: () => {
      timer = setInterval(look, LOOK_MILLIS)
      timer.unref()
    },
    stop: () => {
      clearInterval(timer)
      processFigures.stop()
    },
  }
}
