import { Type } from 'typebox'
import { roles } from './access.js'
import type { Contract } from './route.js'
import { exactly, Id, Instant, orNull, ProductName, ProductQuery, SHOWN_ONCE, text } from './shapes.js'

const TAG = 'keys'

export const ProductKey = exactly({
  id: Id,
  product: ProductName,
  label: Type.String(),
  state: Type.Enum(['active', 'ending', 'ended', 'revoked']),
  createdAt: Instant,
  createdBy: orNull(Type.String()),
  endsAt: orNull(Instant),
})
export const NewKey = exactly({
  id: Id,
  key: Type.Optional(Type.String({ description: SHOWN_ONCE })),
  former: orNull(exactly({ id: Id, endsAt: Instant })),
})
const byId = { params: exactly({ id: Id }), tag: TAG } as const

/** The ingest keys of products: shown once, rotated with an overlap, revoked. Keys of the configuration are not among them. */
export const KEY_ROUTES = {
  listKeys: {
    method: 'GET',
    path: '/api/keys',
    tag: TAG,
    summary: 'The ingest keys of a product, without the keys themselves',
    access: roles('operator', 'privacy-officer', 'auditor'),
    query: ProductQuery,
    answer: exactly({ keys: Type.Array(ProductKey) }),
  },
  createKey: {
    method: 'POST',
    path: '/api/keys',
    tag: TAG,
    summary: 'Make an ingest key',
    access: roles('operator'),
    body: exactly({ product: Type.Optional(ProductName), label: text(100) }),
    status: 201,
    answer: NewKey,
  },
  rotateKey: {
    ...byId,
    method: 'POST',
    path: '/api/keys/:id/rotation',
    summary: 'Make a key in the place of one that goes on for the overlap',
    access: roles('operator'),
    body: exactly({ overlapHours: Type.Integer({ minimum: 0, maximum: 8784 }) }),
    status: 201,
    answer: NewKey,
  },
  revokeKey: {
    ...byId,
    method: 'DELETE',
    path: '/api/keys/:id',
    summary: 'Revoke a key at once; devices that send it are refused',
    access: roles('operator'),
    status: 204,
  },
} as const satisfies Contract
