import type { Practices } from '@candor/practices'
import { retentionOf, type ProductRetention } from './retention-rules.js'

/** Answers how long a product's lanes keep what they have; made anew when a version came. */
export const createRetentionByProduct = (
  versionsOf: (product: string) => readonly Practices[],
): ((product: string) => ProductRetention) => {
  const known = new Map<string, { readonly versions: number; readonly retention: ProductRetention }>()
  return (product) => {
    const versions = versionsOf(product)
    const held = known.get(product)
    if (held?.versions === versions.length) return held.retention
    const retention = retentionOf(versions)
    known.set(product, { versions: versions.length, retention })
    return retention
  }
}
