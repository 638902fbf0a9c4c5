import { SUBJECT_KINDS } from '@candor/practices'
import { Type } from 'typebox'
import { roles } from './access.js'
import type { Contract } from './route.js'
import { Category, Count, exactly, Id, Instant, Localised, orNull, ProductName } from './shapes.js'

const TAG = 'subject requests'
const OFFICERS = ['operator', 'privacy-officer'] as const

export const Receipt = exactly({
  v: Type.Literal(1),
  kind: Type.Literal('erasure'),
  product: ProductName,
  category: Category,
  subject: exactly({ by: Type.Enum([...SUBJECT_KINDS]) }),
  requestedAt: Instant,
  completedAt: Instant,
  erased: Count,
  remaining: Type.Literal(0),
  text: Localised,
  key: Type.String(),
  signature: Type.String(),
})
export const ErasureState = exactly({
  request: Id,
  product: ProductName,
  category: Category,
  state: Type.Enum(['accepted', 'done']),
  receipt: Type.Optional(Receipt),
})
export const SubjectRequest = exactly({
  request: Id,
  product: ProductName,
  category: Category,
  by: Type.Enum([...SUBJECT_KINDS]),
  state: Type.Enum(['accepted', 'done']),
  requestedAt: Instant,
  completedAt: orNull(Instant),
  erased: orNull(Count),
})
const Question = Type.Object(
  {},
  {
    description:
      '{ product?, user: a raw user id } or { product?, device: a device id }; hashed and kept nowhere',
  },
)
const Notes = Type.Array(Type.String())
const LanguageQuery = exactly({ lang: Type.Optional(Type.String({ maxLength: 10 })) })

/** Access and erasure for the people whom reports are about, by an officer. */
export const SUBJECT_ROUTES = {
  listSubjectRequests: {
    method: 'GET',
    path: '/api/subject/requests',
    tag: TAG,
    summary: 'Erasures that were asked for, the newest first; nothing says whose they are',
    access: roles(...OFFICERS, 'auditor'),
    query: exactly({
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      before: Type.Optional(Instant),
    }),
    answer: exactly({ requests: Type.Array(SubjectRequest), next: orNull(Instant) }),
  },
  accessSubject: {
    method: 'POST',
    path: '/api/subject/access',
    tag: TAG,
    summary: 'Everything that is held of a user or a device',
    writes: 'nothing',
    access: roles(...OFFICERS),
    query: LanguageQuery,
    body: Question,
    bodyLimit: 16_384,
    answer: exactly({
      product: ProductName,
      lanes: Type.Record(
        Type.String(),
        exactly({ rows: Type.Array(Type.Unknown()), readable: Type.Unknown() }),
      ),
      notes: Notes,
    }),
  },
  eraseSubject: {
    method: 'POST',
    path: '/api/subject/erasure',
    tag: TAG,
    summary: 'Erase everything that is held of a user or a device',
    access: roles(...OFFICERS),
    query: LanguageQuery,
    body: Question,
    bodyLimit: 16_384,
    status: 202,
    answer: exactly({
      product: ProductName,
      requests: Type.Array(exactly({ request: Id, category: Category, state: Type.Literal('accepted') })),
      notes: Notes,
    }),
  },
  readErasure: {
    method: 'GET',
    path: '/api/subject/erasure/:request',
    tag: TAG,
    summary: 'How far an erasure is, with its receipt once it is done',
    access: roles(...OFFICERS, 'auditor'),
    params: exactly({ request: Id }),
    answer: ErasureState,
  },
} as const satisfies Contract
