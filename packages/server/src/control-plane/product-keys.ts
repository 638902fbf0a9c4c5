import { createHash } from 'node:crypto'
import type { ControlPlane } from './open-control-plane.js'

/** The products' ingest keys. */
export interface ProductKeys {
  /**
   * The product of a key; undefined where no product has it. Keys are looked up by their SHA-256 hash, so the time it
   * takes tells nothing of a key's characters.
   */
  productOf(key: string): string | undefined
  /** Reads what another process changed. */
  reload(): Promise<void>
}

/** A key that the configuration allows for as long as it names it; it is kept nowhere. */
export interface ConfiguredKey {
  readonly product: string
  readonly key: string
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

const MOST_KEPT = 1000

/** Opens the product keys: those of the control plane, and those that are configured. */
export const openProductKeys = async (
  controlPlane: ControlPlane,
  configured: readonly ConfiguredKey[],
): Promise<ProductKeys> => {
  const read = async (): Promise<ReadonlyMap<string, string>> => {
    const rows = await controlPlane.selectFrom('product_keys').select(['product', 'key_hash']).execute()
    return new Map([
      ...rows.map(({ key_hash, product }) => [key_hash, product] as const),
      ...configured.map(({ key, product }) => [hashOf(key), product] as const),
    ])
  }
  let productByHash = await read()
  const productByKey = new Map<string, string>()
  return {
    reload: async () => {
      productByHash = await read()
      productByKey.clear()
    },
    productOf: (key) => {
      const seen = productByKey.get(key)
      if (seen !== undefined) return seen
      const product = productByHash.get(hashOf(key))
      if (product !== undefined && productByKey.size < MOST_KEPT) productByKey.set(key, product)
      return product
    },
  }
}
