import { gunzipSync, gzipSync } from 'node:zlib'
import type { Practices } from '@candor/practices'
import { fingerprintOf } from '../fingerprint.js'
import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'
import { countUp } from './revisions.js'

/** A version of practices that is or was served. */
export interface ServedVersion {
  readonly practices: Practices
  readonly fingerprint: string
  /** When it was served first, in milliseconds since 1970. */
  readonly servedMillis: number
  /** Who published it; null where the configuration brought it. */
  readonly publishedBy: string | null
}

/** Every practices version that this service ever served. Reports name theirs, and stay admissible under it. */
export interface PracticesVersions {
  /** The versions of a product, the newest first; of two with one number, the one that was served last. */
  of(product: string): readonly ServedVersion[]
  /** What is served of a product: the configured practices, or a newer version that was published to a running service. */
  current(configured: Practices): Practices
  /** Remembers a version that is published now, with its entry of the audit log; it is among those of its product when this resolves. */
  publish(practices: Practices, by: ChangedBy): Promise<ServedVersion>
  /** Reads what another process published. */
  readonly reload: () => Promise<void>
}

// Packed, since a definition holds tens of kilobytes of texts, and example values that look like personal data: a search
// of the data folder for such a value must find nothing.
const pack = (practices: Practices): string => gzipSync(JSON.stringify(practices)).toString('base64')

const unpack = (definition: string): Practices =>
  JSON.parse(gunzipSync(Buffer.from(definition, 'base64')).toString('utf8')) as Practices

const remember = async (
  controlPlane: ControlPlane,
  practices: Practices,
  times: { readonly last_served_at: number; readonly published_at?: number; readonly published_by?: string },
): Promise<void> => {
  const { product, version } = practices
  const row = {
    product,
    version,
    fingerprint: fingerprintOf(practices),
    definition: pack(practices),
    served_at: times.last_served_at,
    published_at: null,
    published_by: null,
    ...times,
  }
  await controlPlane
    .insertInto('practices_versions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['product', 'version', 'fingerprint']).doUpdateSet(times))
    .execute()
}

type KnownVersion = ServedVersion & { readonly isPublished: boolean }

const readAll = async (controlPlane: ControlPlane): Promise<ReadonlyMap<string, readonly KnownVersion[]>> => {
  const rows = await controlPlane
    .selectFrom('practices_versions')
    .selectAll()
    .orderBy('version', 'desc')
    .orderBy('last_served_at', 'desc')
    .execute()
  const byProduct = new Map<string, readonly KnownVersion[]>()
  for (const row of rows) {
    const version = {
      practices: unpack(row.definition),
      fingerprint: row.fingerprint,
      servedMillis: row.served_at,
      isPublished: row.published_at !== null,
      publishedBy: row.published_by,
    }
    byProduct.set(row.product, [...(byProduct.get(row.product) ?? []), version])
  }
  return byProduct
}

/** Remembers the practices that are configured, and opens all that ever were served. */
export const openPracticesVersions = async (
  controlPlane: ControlPlane,
  configured: readonly Practices[],
  nowMillis: number,
): Promise<PracticesVersions> => {
  for (const practices of configured) await remember(controlPlane, practices, { last_served_at: nowMillis })
  let known = await readAll(controlPlane)
  const of = (product: string): readonly KnownVersion[] => known.get(product) ?? []
  return {
    of,
    current: (practices) => {
      const published = of(practices.product).find(({ isPublished }) => isPublished)?.practices
      return published !== undefined && published.version > practices.version ? published : practices
    },
    publish: async (practices, by) => {
      const fingerprint = fingerprintOf(practices)
      const { nowMillis: atMillis, actor } = by
      const times = { last_served_at: atMillis, published_at: atMillis, published_by: actor.name }
      await change(controlPlane, by, async (transaction) => {
        await remember(transaction, practices, times)
        await countUp(transaction, 'practices')
        const after = { version: practices.version, fingerprint }
        return { result: undefined, fact: { action: 'practices.publish', target: practices.product, after } }
      })
      known = await readAll(controlPlane)
      return { practices, fingerprint, servedMillis: atMillis, publishedBy: actor.name }
    },
    reload: async () => {
      known = await readAll(controlPlane)
    },
  }
}
