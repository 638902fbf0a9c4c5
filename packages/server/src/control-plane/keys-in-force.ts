import type { ControlPlane } from './open-control-plane.js'
import { hashOfKey } from './product-keys.js'

/** The products' ingest keys, answered from memory. */
export interface ProductKeys {
  /**
   * The product of a key; undefined where no product has it, it has ended or was revoked. Keys are looked up by their
   * SHA-256 hash, so the time it takes tells nothing of a key's characters.
   */
  productOf(key: string): string | undefined
  /** Reads what was changed elsewhere. */
  readonly reload: () => Promise<void>
}

/** A key that the configuration allows for as long as it names it; it is kept nowhere. */
export interface ConfiguredKey {
  readonly product: string
  readonly key: string
}

interface KeyInForce {
  readonly product: string
  /** Infinity: while nothing takes its place. */
  readonly endsMillis: number
}

const MOST_KEPT = 1000

const read = async (
  controlPlane: ControlPlane,
  configured: readonly ConfiguredKey[],
): Promise<ReadonlyMap<string, KeyInForce>> => {
  const rows = await controlPlane
    .selectFrom('product_keys')
    .select(['product', 'key_hash', 'ends_at'])
    .where('revoked_at', 'is', null)
    .execute()
  return new Map([
    ...rows.map(
      ({ key_hash, product, ends_at }) => [key_hash, { product, endsMillis: ends_at ?? Infinity }] as const,
    ),
    ...configured.map(({ key, product }) => [hashOfKey(key), { product, endsMillis: Infinity }] as const),
  ])
}

/** Opens the product keys: those of the control plane, and those that are configured. */
export const openProductKeys = async (
  controlPlane: ControlPlane,
  configured: readonly ConfiguredKey[],
  now: () => number,
): Promise<ProductKeys> => {
  let byHash = await read(controlPlane, configured)
  const byKey = new Map<string, KeyInForce>()
  return {
    reload: async () => {
      byHash = await read(controlPlane, configured)
      byKey.clear()
    },
    productOf: (key) => {
      const found = byKey.get(key) ?? byHash.get(hashOfKey(key))
      if (found === undefined) return undefined
      if (byKey.size < MOST_KEPT) byKey.set(key, found)
      return found.endsMillis === Infinity || found.endsMillis > now() ? found.product : undefined
    },
  }
}
