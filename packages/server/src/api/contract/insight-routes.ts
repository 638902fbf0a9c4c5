import { Type } from 'typebox'
import { EVERYBODY, roles, type Access } from './access.js'
import type { Contract } from './route.js'
import { MOST_CONDITIONS } from '../../insight/dimensions.js'
import { ERROR_GROUP_MARKS } from '../../control-plane/error-groups.js'
import { ERROR_GROUP_STATES } from '../../insight/insight.js'
import { PERIOD_KINDS, PERIODS } from '../../insight/periods.js'
import {
  Category,
  Count,
  exactly,
  Instant,
  Localised,
  orNull,
  ProductName,
  ProductQuery,
  ReleasedVersion,
  ReleaseDay,
} from './shapes.js'

const TAG = 'insights'

/** Who may see aggregated figures. */
export const INSIGHTS: Access = {
  kind: 'insights',
  roles: ['operator', 'privacy-officer', 'analyst', 'auditor'],
}

const Series = Type.Array(orNull(Type.Number()), {
  description: 'A value per period; null where there is none, or too few stand behind it',
})
const Numbers = Type.Array(Type.Number())
const Condition = Type.String({ maxLength: 300, pattern: '^[A-Za-z][A-Za-z0-9]*:' })
const NamedDimension = exactly({ id: Type.String(), label: Localised })

const Fingerprint = Type.String({
  pattern: '^[0-9]{1,3}:[0-9a-f]{16}$',
  description: 'As readErrors names the group',
})

export const ErrorSample = exactly({
  at: Instant,
  client: Type.String(),
  os: Type.String(),
  practicesVersion: Count,
  data: Type.Object({}, { description: 'Values by data type' }),
})

/** What is asked of a lane. */
export const InsightQuery = exactly({
  product: Type.Optional(ProductName),
  period: Type.Optional(
    Type.Enum([...PERIOD_KINDS], { description: 'Default day; weeks begin on Monday, all in UTC' }),
  ),
  periods: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: PERIODS.day.most,
      description: `The last so many. Default ${PERIODS.day.usual} days, ${PERIODS.week.usual} weeks or ${PERIODS.month.usual} months; at most ${PERIODS.day.most}, ${PERIODS.week.most} or ${PERIODS.month.most}`,
    }),
  ),
  by: Type.Optional(Type.String({ maxLength: 100, description: 'The dimension to group by' })),
  where: Type.Optional(
    Type.Array(Condition, {
      maxItems: MOST_CONDITIONS,
      description: 'Conditions such as OSName:Windows, each in a parameter of its own',
    }),
  ),
})

const headOf = (category: 'census' | 'usage' | 'error') => ({
  product: ProductName,
  category: Type.Literal(category),
  period: Type.Enum([...PERIOD_KINDS]),
  periods: Type.Array(Type.String({ description: 'The first day of a period (UTC), the oldest first' })),
  asOf: Instant,
  groupMinimum: Count,
  dimensions: Type.Array(NamedDimension),
  by: NamedDimension,
  where: Type.Array(exactly({ id: Type.String(), value: Type.String() })),
  moreGroups: Count,
  releases: Type.Array(exactly({ version: ReleasedVersion, day: ReleaseDay }), {
    description: 'Versions that came out within the periods',
  }),
})

const CountSeries = { dataType: Type.String(), label: Localised, values: Series }

export const CensusInsight = exactly({
  ...headOf('census'),
  groups: Type.Array(
    exactly({ value: Type.String(), devices: Series, reports: Series, counts: Type.Array(Series) }),
  ),
  notShown: exactly({ devices: Numbers }),
  totals: exactly({
    devices: Series,
    newDevices: Series,
    users: Series,
    reports: Series,
    counts: Type.Array(exactly(CountSeries)),
  }),
  userEpochs: Count,
})
const Distributions = Type.Array(
  exactly({
    dataType: Type.String(),
    label: Localised,
    unit: Type.String(),
    buckets: Type.Array(exactly({ from: Type.Number(), count: Type.Number() })),
    total: Type.Number(),
  }),
  { description: 'How many values fell into which range, over all periods' },
)

export const UsageInsight = exactly({
  ...headOf('usage'),
  reports: Series,
  series: Type.Array(exactly({ ...CountSeries, unit: Type.Enum(['', 'minute', 'second']) })),
  groups: Type.Array(exactly({ value: Type.String(), reports: Series, series: Type.Array(Series) })),
  notShown: exactly({ reports: Numbers }),
  features: Type.Array(
    exactly({
      dataType: Type.String(),
      label: Localised,
      values: Type.Array(exactly({ value: Type.String(), counts: Series })),
    }),
  ),
  distributions: Distributions,
})
export const ErrorInsight = exactly({
  ...headOf('error'),
  reports: Series,
  distributions: Distributions,
  groups: Type.Array(
    exactly({
      value: Type.String(),
      type: Type.String(),
      place: Type.String(),
      code: Type.String(),
      affectedUsers: orNull(Type.Number()),
      firstDay: orNull(Type.String()),
      lastDay: orNull(Type.String()),
      state: Type.Enum([...ERROR_GROUP_STATES], {
        description: 'regressed: it was resolved, and came again on a later day',
      }),
      reports: Series,
    }),
  ),
  userEpochs: Count,
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
    query: InsightQuery,
    answer: CensusInsight,
  },
  readUsage: {
    method: 'GET',
    path: '/api/insights/usage',
    tag: TAG,
    summary: 'What was used how often',
    access: INSIGHTS,
    query: InsightQuery,
    answer: UsageInsight,
  },
  readErrors: {
    method: 'GET',
    path: '/api/insights/error',
    tag: TAG,
    summary: 'Groups of errors, their trend and how many are affected',
    access: INSIGHTS,
    query: InsightQuery,
    answer: ErrorInsight,
  },
  readErrorSamples: {
    method: 'GET',
    path: '/api/insights/error/samples',
    tag: TAG,
    summary:
      'The latest reports of a group of errors that enough users met, without who sent them; each view is audited',
    access: roles('operator', 'analyst'),
    query: exactly({
      product: Type.Optional(ProductName),
      fingerprint: Fingerprint,
    }),
    answer: exactly({
      product: ProductName,
      fingerprint: Type.String(),
      samples: Type.Array(ErrorSample),
    }),
  },
  changeErrorGroup: {
    method: 'PUT',
    path: '/api/insights/error/groups',
    tag: TAG,
    summary: 'Say that a group of errors is resolved, or to be ignored, or open again',
    access: roles('operator', 'analyst'),
    body: exactly({
      product: Type.Optional(ProductName),
      fingerprint: Fingerprint,
      state: Type.Enum(['open', ...ERROR_GROUP_MARKS]),
    }),
    answer: exactly({ product: ProductName, fingerprint: Type.String(), state: Type.String() }),
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
