import { Type } from 'typebox'
import { EVERYBODY, roles } from './access.js'
import type { Contract } from './route.js'
import { exactly, Instant, Localised, orNull, ProductName, ProductQuery, text } from './shapes.js'

const TAG = 'practices'

export const Approval = exactly({
  by: Type.String(),
  role: Type.String(),
  at: Instant,
  note: orNull(Type.String()),
})
export const PracticesVersion = exactly({
  version: Type.Integer(),
  fingerprint: Type.String(),
  servedAt: Instant,
  isServed: Type.Boolean(),
})
export const ReviewedVersion = exactly({
  version: Type.Integer(),
  fingerprint: Type.String(),
  servedAt: Instant,
  isServed: Type.Boolean(),
  publishedBy: orNull(Type.String({ description: 'null: the configuration brought it' })),
  approvals: Type.Array(Approval),
})
export const PracticesDiff = exactly({
  from: Type.String(),
  to: Type.String(),
  added: Type.Array(
    exactly({
      dataType: Type.String(),
      controls: Type.Array(Type.String()),
      consent: Type.Enum(['askAgain', 'covered']),
    }),
  ),
  removed: Type.Array(Type.String()),
  changed: Type.Array(
    exactly({
      dataType: Type.String(),
      changes: Type.Array(Type.Enum(['kind', 'bounds', 'rules', 'retention', 'purpose', 'automatic'])),
      consent: Type.Enum(['askAgain', 'covered']),
    }),
  ),
  controls: Type.Array(Type.String()),
  asksAgain: Type.Boolean(),
})
const VersionNumber = Type.Integer({ minimum: 1 })

/** The products, and the versions of their practices. */
export const PRACTICES_ROUTES = {
  listProducts: {
    method: 'GET',
    path: '/api/products',
    tag: TAG,
    summary: 'The products that are served',
    access: EVERYBODY,
    answer: exactly({
      products: Type.Array(
        exactly({
          product: ProductName,
          version: Type.Integer(),
          name: Localised,
          fingerprint: Type.String(),
        }),
      ),
    }),
  },
  listVersions: {
    method: 'GET',
    path: '/api/practices/versions',
    tag: TAG,
    summary: 'The versions of a product’s practices that were ever served, the newest first',
    access: EVERYBODY,
    query: ProductQuery,
    answer: exactly({ versions: Type.Array(PracticesVersion) }),
  },
  publishVersion: {
    method: 'PUT',
    path: '/api/practices/versions',
    tag: TAG,
    summary: 'Publish a newer version of a product’s practices',
    access: roles('operator'),
    body: Type.Object({}, { description: 'The practices, as GET /practices.schema.json describes them' }),
    bodyLimit: 1_048_576,
    answer: exactly({
      state: Type.Enum(['published', 'unchanged']),
      product: ProductName,
      version: Type.Integer(),
      fingerprint: Type.String(),
      diff: PracticesDiff,
    }),
  },
  listReviews: {
    method: 'GET',
    path: '/api/practices/reviews',
    tag: TAG,
    summary: 'The versions with who published and who approved them',
    access: roles('operator', 'privacy-officer', 'auditor'),
    query: ProductQuery,
    answer: exactly({ versions: Type.Array(ReviewedVersion) }),
  },
  approveVersion: {
    method: 'POST',
    path: '/api/practices/reviews',
    tag: TAG,
    summary: 'Approve a version, by its fingerprint; each account once',
    access: roles('operator', 'privacy-officer'),
    body: exactly({
      product: Type.Optional(ProductName),
      version: VersionNumber,
      fingerprint: Type.String({ minLength: 8, maxLength: 100 }),
      note: Type.Optional(text(500)),
    }),
    status: 201,
    answer: ReviewedVersion,
  },
  diffVersions: {
    method: 'GET',
    path: '/api/practices/diff',
    tag: TAG,
    summary: 'What changed from one served version to another',
    access: EVERYBODY,
    query: exactly({ product: Type.Optional(ProductName), from: VersionNumber, to: VersionNumber }),
    answer: PracticesDiff,
  },
} as const satisfies Contract
