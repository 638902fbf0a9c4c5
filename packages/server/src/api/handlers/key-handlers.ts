import type { Practices } from '@candor/practices'
import type { ProductKeys } from '../../control-plane/keys-in-force.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { createKey, listKeys, revokeKey, rotateKey, type KnownKey } from '../../control-plane/product-keys.js'
import { findPractices } from '../../http/find-practices.js'
import { isoOf } from '../../people/grants.js'
import type { Handlers } from '../call.js'
import type { KEY_ROUTES } from '../contract/key-routes.js'

/** What the routes of ingest keys need. */
export interface KeyParts {
  readonly products: readonly Practices[]
  readonly controlPlane: ControlPlane
  readonly keys: ProductKeys
  /** Makes a change count in all collector processes. */
  readonly spread: () => Promise<void>
}

const HOUR_MILLIS = 3_600_000

const stateOf = ({ endsMillis, revokedMillis }: KnownKey, nowMillis: number) => {
  if (revokedMillis !== null) return 'revoked' as const
  if (endsMillis === null) return 'active' as const
  return endsMillis > nowMillis ? ('ending' as const) : ('ended' as const)
}

/** The ingest keys of products. */
export const keyHandlers = ({
  products,
  controlPlane,
  keys,
  spread,
}: KeyParts): Handlers<typeof KEY_ROUTES> => {
  const counts = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work
    await keys.reload()
    await spread()
    return result
  }
  return {
    listKeys: async ({ query, by }) => ({
      keys: (await listKeys(controlPlane, findPractices(products, query.product).product)).map((key) => ({
        id: key.id,
        product: key.product,
        label: key.label,
        state: stateOf(key, by.nowMillis),
        createdAt: isoOf(key.createdMillis),
        createdBy: key.createdBy,
        endsAt: key.endsMillis === null ? null : isoOf(key.endsMillis),
      })),
    }),
    createKey: async ({ body, by }) => {
      const { product } = findPractices(products, body.product)
      const made = await counts(createKey(controlPlane, { product, label: body.label }, by))
      return { ...made, former: null }
    },
    rotateKey: async ({ params, body, by }) => {
      const endsMillis = by.nowMillis + body.overlapHours * HOUR_MILLIS
      const made = await counts(rotateKey(controlPlane, params.id, endsMillis, by))
      return { ...made, former: { id: params.id, endsAt: isoOf(endsMillis) } }
    },
    revokeKey: async ({ params, by }) => counts(revokeKey(controlPlane, params.id, by)) as Promise<undefined>,
  }
}
