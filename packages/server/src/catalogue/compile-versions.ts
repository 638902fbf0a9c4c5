import { DATA_CATEGORIES, practicesId, type DataCategory } from '@candor/practices'
import type { AdmissionScope, AdmittedVersion } from '../admission/admitted-version.js'
import { createPermissions } from '../admission/permissions.js'
import { compileProduct } from '../admission/product.js'
import type { ServedVersion } from '../control-plane/practices-versions.js'
import type { SettingsInForce } from '../control-plane/settings-in-force.js'
import type { Pseudonyms } from '../pseudonym/pseudonyms.js'
import { laneExpiry, type LaneExpiry } from '../retention/expiry.js'
import type { ProductRetention } from '../retention/retention-rules.js'

/** What versions are compiled with. */
export interface CompileParts {
  readonly settings: SettingsInForce
  readonly pseudonyms: Pseudonyms
  readonly erasedChecks: (product: string) => AdmittedVersion['isErased'] & {}
  readonly retentionOf: (product: string) => ProductRetention
}

const expiryOf = (retention: ProductRetention, version: number) =>
  Object.fromEntries(
    DATA_CATEGORIES.map((category) => [category, laneExpiry(category, retention[category], version)]),
  ) as Record<DataCategory, LaneExpiry>

/** Every version of a product that reports may name, compiled; of two with one number the one that was served last counts. */
export const compileVersions = (
  product: string,
  versions: readonly ServedVersion[],
  { settings, pseudonyms, erasedChecks, retentionOf }: CompileParts,
): AdmissionScope['versions'] => {
  const isErased = erasedChecks(product)
  const compile = ({ practices }: ServedVersion): [string, AdmittedVersion] => [
    practicesId(practices),
    {
      product: compileProduct(practices, pseudonyms),
      permissions: createPermissions(practices, settings),
      isErased,
      expiry: expiryOf(retentionOf(product), practices.version),
    },
  ]
  return new Map(versions.toReversed().map(compile))
}
