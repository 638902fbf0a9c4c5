import { Type } from 'typebox'
import { EVERYBODY, type Access } from './access.js'
import type { Contract } from './route.js'
import { Category, Count, exactly, Localised, orNull, ProductName, ProductQuery } from './shapes.js'

const TAG = 'insights'

const INSIGHTS: Access = { kind: 'insights', roles: ['operator', 'privacy-officer', 'analyst', 'auditor'] }

const Days = Type.Array(Type.String({ description: 'A day (UTC), the oldest first' }))
const Series = Type.Array(orNull(Type.Number()), {
  description: 'A value per day; null where it is under the group minimum',
})
const Numbers = Type.Array(Type.Number())
const DaysQuery = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 400, description: 'Default 14, to today' }),
)
const LaneQuery = exactly({ product: Type.Optional(ProductName), days: DaysQuery })

export const CensusInsight = exactly({
  product: ProductName,
  category: Type.Literal('census'),
  days: Days,
  groupMinimum: Count,
  by: exactly({ dataType: Type.String(), label: Localised }),
  groups: Type.Array(
    exactly({
      value: Type.String(),
      reports: Series,
      devices: Series,
      totalReports: Type.Number(),
      totalDevices: Type.Number(),
    }),
  ),
  suppressedGroups: Count,
  totals: exactly({
    reports: orNull(Type.Number()),
    devices: orNull(Type.Number()),
    users: orNull(Type.Number()),
    userEpochs: Count,
    counts: Type.Array(exactly({ dataType: Type.String(), label: Localised, total: orNull(Type.Number()) })),
  }),
})
export const UsageInsight = exactly({
  product: ProductName,
  category: Type.Literal('usage'),
  days: Days,
  series: Type.Array(
    exactly({
      dataType: Type.String(),
      label: Localised,
      unit: Type.Enum(['', 'minute', 'second']),
      values: Numbers,
      total: Type.Number(),
    }),
  ),
  distributions: Type.Array(
    exactly({
      dataType: Type.String(),
      label: Localised,
      unit: Type.String(),
      buckets: Type.Array(exactly({ from: Type.Number(), count: Type.Number() })),
      total: Type.Number(),
    }),
  ),
  reports: Numbers,
})
export const ErrorInsight = exactly({
  product: ProductName,
  category: Type.Literal('error'),
  days: Days,
  groupMinimum: Count,
  groups: Type.Array(
    exactly({
      fingerprint: Type.String(),
      type: Type.String(),
      place: Type.String(),
      code: Type.String(),
      reports: Type.Number(),
      affectedUsers: Type.Number(),
      firstDay: Type.String(),
      lastDay: Type.String(),
      values: Series,
    }),
  ),
  suppressedGroups: Count,
  userEpochs: Count,
  reports: Numbers,
})
export const Balance = exactly({
  received: Count,
  stored: Count,
  refused: Type.Record(Type.String(), Count),
  duplicate: Count,
  pending: Count,
  erased: Count,
  expired: Count,
})

/** Aggregated views, and the balance of what came in. */
export const INSIGHT_ROUTES = {
  readCensus: {
    method: 'GET',
    path: '/api/insights/census',
    tag: TAG,
    summary: 'Devices and users, by a data type; small groups are left out',
    access: INSIGHTS,
    query: exactly({
      product: Type.Optional(ProductName),
      days: DaysQuery,
      by: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    answer: CensusInsight,
  },
  readUsage: {
    method: 'GET',
    path: '/api/insights/usage',
    tag: TAG,
    summary: 'What was used how often',
    access: INSIGHTS,
    query: LaneQuery,
    answer: UsageInsight,
  },
  readErrors: {
    method: 'GET',
    path: '/api/insights/error',
    tag: TAG,
    summary: 'Groups of errors, their trend and how many are affected',
    access: INSIGHTS,
    query: LaneQuery,
    answer: ErrorInsight,
  },
  readConservation: {
    method: 'GET',
    path: '/api/conservation',
    tag: TAG,
    summary:
      'Per lane: received = stored + refused + pending. Of what was stored, erased was deleted for its subjects, expired since its time was over',
    access: EVERYBODY,
    query: ProductQuery,
    answer: Type.Record(Category, Balance),
  },
} as const satisfies Contract
