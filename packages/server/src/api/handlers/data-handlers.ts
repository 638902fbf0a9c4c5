import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { CandorError, formatTime, type DataCategory, type Practices } from '@candor/practices'
import { change } from '../../control-plane/audit-log.js'
import { parseLaneStop, type LaneStops } from '../../control-plane/lane-stops.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { findPractices } from '../../http/find-practices.js'
import { groupKey, type GroupRecord } from '../../quarantine/quarantine.js'
import type { Replay } from '../../quarantine/replay.js'
import type { Retention } from '../../retention/create-retention.js'
import type { QuarantineShelf } from '../../spool/spool.js'
import type { ExportFormat, Store } from '../../store/store.js'
import type { Call, Handlers } from '../call.js'
import type { DATA_ROUTES } from '../contract/data-routes.js'
import { backupHandler, type BackupParts } from './backup-handler.js'

/** What the routes of data need. */
export interface DataParts extends BackupParts {
  readonly products: readonly Practices[]
  readonly controlPlane: ControlPlane
  readonly quarantine: QuarantineShelf
  readonly replay: Replay
  readonly laneStops: LaneStops
  readonly retention: Retention
  readonly store: Pick<Store, 'export'>
}

const ID_LENGTH = 12

/** A short name of a group, the same as long as there is the group. */
const idOf = ({ group }: GroupRecord): string =>
  createHash('sha256').update(groupKey(group)).digest('base64url').slice(0, ID_LENGTH)

const readable = (record: GroupRecord) => {
  const { group, count, firstSeenMillis, lastSeenMillis, sample, kept } = record
  const { product: _product, ...facts } = group
  const firstSeen = formatTime(group.category, firstSeenMillis)
  const lastSeen = formatTime(group.category, lastSeenMillis)
  return { id: idOf(record), ...facts, count, firstSeen, lastSeen, kept, sample }
}

const MEDIA_TYPES = {
  jsonl: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const satisfies Readonly<Record<ExportFormat, string>>

const stopText = (untilMillis: number | undefined): string | null =>
  untilMillis === undefined ? null : formatTime('error', untilMillis)

type ExportRoute = (typeof DATA_ROUTES)['exportCensus']

/** Sends the rows of a lane; that they were taken is recorded before the first of them leaves. */
const exporter =
  ({ products, store, controlPlane }: DataParts, category: DataCategory) =>
  async ({ query, by, reply }: Call<ExportRoute>) => {
    const { product } = findPractices(products, query.product)
    const { format = 'jsonl' } = query
    const fact = { action: 'data.export', target: `${product} / ${category}`, after: { format } } as const
    await change(controlPlane, by, async () => ({ result: undefined, fact }))
    const rows = new PassThrough()
    store.export({ product, category }, format, rows).catch((error: unknown) => rows.destroy(error as Error))
    return reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', `attachment; filename="${product}-${category}.${format}"`)
      .send(rows)
  }

type QuarantineRoutes = 'listQuarantine' | 'replayQuarantine' | 'clearQuarantine'

const quarantineHandlers = (parts: DataParts): Pick<Handlers<typeof DATA_ROUTES>, QuarantineRoutes> => {
  const { products, quarantine, replay, controlPlane } = parts
  return {
    listQuarantine: async ({ query }) => {
      const { product } = findPractices(products, query.product)
      const { droppedGroups, droppedKept } = quarantine.totals(product)
      return { product, groups: quarantine.groups(product).map(readable), droppedGroups, droppedKept }
    },
    replayQuarantine: async ({ body, by }) => {
      const { product } = findPractices(products, body.product)
      const found = await replay(product)
      const fact = { action: 'quarantine.replay', target: product, after: found } as const
      await change(controlPlane, by, async () => ({ result: undefined, fact }))
      return { product, ...found }
    },
    clearQuarantine: async ({ query: { product: name, id }, by }) => {
      const { product } = findPractices(products, name)
      const cleared = await quarantine.clear(product, (record) => id === undefined || idOf(record) === id)
      if (id !== undefined && cleared === 0)
        throw new CandorError('CANDOR_NOT_FOUND', { id: 'no such group' })
      const fact = { action: 'quarantine.clear', target: product, after: { cleared } } as const
      await change(controlPlane, by, async () => ({ result: undefined, fact }))
      return { product, cleared }
    },
  }
}

/** The quarantine, stops of lanes, retention, export and backup. */
export const dataHandlers = (parts: DataParts): Handlers<typeof DATA_ROUTES> => {
  const { products, laneStops, retention, controlPlane } = parts
  return {
    ...quarantineHandlers(parts),
    listLaneStops: async ({ by }) => ({
      stops: laneStops.list(by.nowMillis).map(({ product, category, untilMillis }) => ({
        product,
        category,
        until: formatTime('error', untilMillis),
      })),
    }),
    changeLaneStop: async ({ body, by }) => {
      const { product } = findPractices(products, (body as { readonly product?: unknown }).product)
      const stop = parseLaneStop(product, body, by.nowMillis)
      if (stop.kind === 'refused')
        throw new CandorError(stop.code, stop.field === undefined ? {} : { field: stop.field })
      await laneStops.change(stop.value, by)
      const { category, untilMillis } = stop.value
      return { changed: { product, category, until: stopText(untilMillis) } }
    },
    readRetention: async () => (await retention.figures()) as never,
    runRetention: async ({ by }) => {
      await change(controlPlane, by, async () => ({
        result: undefined,
        fact: { action: 'retention.run', target: 'all products' },
      }))
      await retention.runAsked()
      return (await retention.figures()) as never
    },
    exportCensus: exporter(parts, 'census'),
    exportUsage: exporter(parts, 'usage'),
    exportErrors: exporter(parts, 'error'),
    makeBackup: backupHandler(parts),
  }
}
