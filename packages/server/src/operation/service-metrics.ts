import { stat } from 'node:fs/promises'
import { DATA_CATEGORIES, type Practices } from '@candor/practices'
import type { ReadDisk } from '../admission/disk.js'
import type { Loader } from '../loader/loader.js'
import type { Spool } from '../spool/spool.js'
import { readLaneSizes } from '../store/lane-size.js'
import type { Store } from '../store/store.js'
import { joinMetrics } from './join-metrics.js'
import type { Metric, MetricSource } from './metrics-text.js'
import { single } from './process-metrics.js'
import { reportMetrics } from './report-metrics.js'
import type { WaitingAge } from './waiting-age.js'

/** What the service's metrics are read from. */
export interface MetricParts {
  readonly products: readonly Practices[]
  readonly spool: Pick<Spool, 'conservation'>
  readonly loader: Pick<Loader, 'figures' | 'health'>
  readonly store: Pick<Store, 'query'>
  readonly settings: { revision(): number }
  readonly waitingAge: WaitingAge
  readonly readDisk: ReadDisk
  readonly dataFolder: string
  readonly spoolFile: string
  readonly lastUpkeep: () => number | undefined
  readonly now: () => number
}

const SECOND_MILLIS = 1000

const loaderMetrics = ({ loader, now }: MetricParts): readonly Metric[] => {
  const { blocks, rows, failures, lastSuccessMillis } = loader.figures()
  return [
    single('counter', 'candor_loader_blocks_total', 'Blocks moved to the store.', blocks),
    single('counter', 'candor_loader_rows_total', 'Reports in these blocks.', rows),
    single(
      'counter',
      'candor_loader_failures_total',
      'Blocks that could not be moved, each try counted.',
      failures,
    ),
    single(
      'gauge',
      'candor_loader_seconds_since_success',
      'Since a block was last moved, or a look found nothing to move.',
      Math.max(0, now() - lastSuccessMillis) / SECOND_MILLIS,
    ),
    single(
      'gauge',
      'candor_loader_failing',
      '1 while the store fails.',
      loader.health().kind === 'well' ? 0 : 1,
    ),
  ]
}

const spoolMetrics = async ({ spoolFile, waitingAge, now }: MetricParts): Promise<readonly Metric[]> => {
  const bytes = await stat(spoolFile).then(
    ({ size }) => size,
    () => 0,
  )
  const seconds = waitingAge.oldestMillis(now()) / SECOND_MILLIS
  return [
    single(
      'gauge',
      'candor_spool_bytes',
      'Size of the spool on disk; it is reused, and does not shrink.',
      bytes,
    ),
    single(
      'gauge',
      'candor_spool_oldest_seconds',
      'How long the oldest report waits for the store.',
      seconds,
    ),
  ]
}

const storeMetrics = async ({ store, products }: MetricParts): Promise<readonly Metric[]> => {
  const lanes = products.flatMap(({ product }) => DATA_CATEGORIES.map((category) => ({ product, category })))
  const tables = await readLaneSizes(store, lanes)
  const samples = (figure: 'rows' | 'bytes') =>
    tables.map(({ lane, ...size }) => ({
      labels: { product: lane.product, lane: lane.category },
      value: size[figure],
    }))
  return [
    { kind: 'gauge', name: 'candor_store_rows', help: 'Rows stored.', samples: samples('rows') },
    {
      kind: 'gauge',
      name: 'candor_store_bytes',
      help: 'Bytes of the tables on disk.',
      samples: samples('bytes'),
    },
  ]
}

const diskMetrics = async ({ readDisk, dataFolder }: MetricParts): Promise<readonly Metric[]> => {
  const { freeBytes, totalBytes } = await readDisk(dataFolder)
  return [
    single('gauge', 'candor_disk_free_bytes', 'Free space on the disk of the data folder.', freeBytes),
    single('gauge', 'candor_disk_bytes', 'Size of that disk.', totalBytes),
  ]
}

const upkeepMetrics = ({ lastUpkeep, settings }: MetricParts): readonly Metric[] => {
  const atMillis = lastUpkeep()
  return [
    single('gauge', 'candor_policy_revision', 'Revision of the settings in force.', settings.revision()),
    ...(atMillis === undefined
      ? []
      : [
          single(
            'gauge',
            'candor_upkeep_last_success_timestamp_seconds',
            'When the upkeep (report ids that are no longer needed are forgotten) last ended well.',
            atMillis / SECOND_MILLIS,
          ),
        ]),
  ]
}

/** The sources of the service's metrics; another part of the service adds its own to them. */
export const serviceMetrics = (parts: MetricParts): readonly MetricSource[] => [
  () =>
    reportMetrics(
      parts.products.map(({ product }) => ({ product, conservation: parts.spool.conservation(product) })),
    ),
  () => loaderMetrics(parts),
  () => upkeepMetrics(parts),
  () => spoolMetrics(parts),
  () => storeMetrics(parts),
  () => diskMetrics(parts),
]

/** What all sources give, joined by name; one that fails is left out, since the others are needed most just then. */
export const readMetrics = async (sources: readonly MetricSource[]): Promise<readonly Metric[]> => {
  const read = await Promise.all(
    sources.map(async (source) => {
      try {
        return await source()
      } catch {
        return []
      }
    }),
  )
  return joinMetrics(read.flat())
}
