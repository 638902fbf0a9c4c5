import { gunzipSync, gzipSync } from 'node:zlib'
import type { Practices } from '@candor/practices'
import { fingerprintOf } from '../fingerprint.js'
import type { ControlPlane } from './open-control-plane.js'

/** A version of practices that is or was served. */
export interface ServedVersion {
  readonly practices: Practices
  readonly fingerprint: string
  /** When it was served first, in milliseconds since 1970. */
  readonly servedMillis: number
}

/** Every practices version that this service ever served. Reports name theirs, and stay admissible under it. */
export interface PracticesVersions {
  /** The versions of a product, the newest first; of two with one number, the one that was served last. */
  of(product: string): readonly ServedVersion[]
}

// Packed, since a definition holds tens of kilobytes of texts, and example values that look like personal data: a search
// of the data folder for such a value must find nothing.
const pack = (practices: Practices): string => gzipSync(JSON.stringify(practices)).toString('base64')

const unpack = (definition: string): Practices =>
  JSON.parse(gunzipSync(Buffer.from(definition, 'base64')).toString('utf8')) as Practices

const remember = async (
  controlPlane: ControlPlane,
  practices: Practices,
  nowMillis: number,
): Promise<void> => {
  const { product, version } = practices
  const row = {
    product,
    version,
    fingerprint: fingerprintOf(practices),
    definition: pack(practices),
    served_at: nowMillis,
    last_served_at: nowMillis,
  }
  await controlPlane
    .insertInto('practices_versions')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['product', 'version', 'fingerprint']).doUpdateSet({ last_served_at: nowMillis }),
    )
    .execute()
}

/** Remembers the practices that are served now, and opens all that ever were. */
export const openPracticesVersions = async (
  controlPlane: ControlPlane,
  served: readonly Practices[],
  nowMillis: number,
): Promise<PracticesVersions> => {
  for (const practices of served) await remember(controlPlane, practices, nowMillis)
  const rows = await controlPlane
    .selectFrom('practices_versions')
    .selectAll()
    .orderBy('version', 'desc')
    .orderBy('last_served_at', 'desc')
    .execute()
  const versions = rows.map((row) => ({
    practices: unpack(row.definition),
    fingerprint: row.fingerprint,
    servedMillis: row.served_at,
  }))
  return { of: (product) => versions.filter(({ practices }) => practices.product === product) }
}
