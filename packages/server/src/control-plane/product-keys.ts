import { createHash } from 'node:crypto'
import type { ControlPlane } from './open-control-plane.js'

/** The products' ingest keys. */
export interface ProductKeys {
  /**
   * The product of a key; undefined where no product has it. Keys are looked up by their SHA-256 hash, so the time it
   * takes tells nothing of a key's characters.
   */
  productOf(key: string): string | undefined
  /** Lets a key be used for a product from now on. */
  allow(product: string, key: string, nowMillis: number): Promise<void>
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

const MOST_KEPT = 1000

/** Opens the product keys; those that are allowed are read once. */
export const openProductKeys = async (controlPlane: ControlPlane): Promise<ProductKeys> => {
  const rows = await controlPlane.selectFrom('product_keys').select(['product', 'key_hash']).execute()
  const productByHash = new Map(rows.map((row) => [row.key_hash, row.product]))
  const productByKey = new Map<string, string>()
  return {
    productOf: (key) => {
      const seen = productByKey.get(key)
      if (seen !== undefined) return seen
      const product = productByHash.get(hashOf(key))
      if (product !== undefined && productByKey.size < MOST_KEPT) productByKey.set(key, product)
      return product
    },
    allow: async (product, key, nowMillis) => {
      const row = { product, key_hash: hashOf(key), created_at: nowMillis }
      await controlPlane
        .insertInto('product_keys')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      productByHash.set(row.key_hash, product)
    },
  }
}
