import { Type } from 'typebox'
import { rolesAndAdmins } from './access.js'
import type { Contract } from './route.js'
import { DecisionSummary } from './settings-routes.js'
import {
  Category,
  exactly,
  Localised,
  OrganisationOrDeployment,
  orNull,
  PoolName,
  ProductName,
} from './shapes.js'

const TAG = 'decisions'
const READERS = ['operator', 'privacy-officer', 'auditor'] as const
const Word = Type.String({ minLength: 1, maxLength: 100 })
const WatsonLevel = exactly({
  Disabled: Type.Optional(Type.Integer()),
  DefaultConsent: Type.Optional(Type.Integer()),
  DontSendAdditionalData: Type.Optional(Type.Integer()),
})

export const ExplainQuestion = exactly({
  product: Type.Optional(ProductName),
  dataType: Type.String({ minLength: 3, maxLength: 200, description: 'Such as usage.IMSent' }),
  client: Word,
  os: Word,
  organisation: Type.Optional(OrganisationOrDeployment),
  pool: Type.Optional(PoolName),
  errorReporting: Type.Optional(Type.Enum(['granted', 'denied', 'undecided'])),
  watson: Type.Optional(exactly({ machine: Type.Optional(WatsonLevel), user: Type.Optional(WatsonLevel) })),
})
export const ConsideredSetting = exactly({
  control: Type.String(),
  source: Type.String(),
  value: Type.Unknown(),
  form: Type.Enum(['valid', 'malformed']),
  outcome: Type.Enum(['decided', 'lost']),
})
export const Explanation = exactly({
  product: ProductName,
  dataType: Type.String(),
  label: orNull(Localised),
  decision: DecisionSummary,
  text: Localised,
  settings: Type.Array(ConsideredSetting, { description: 'Every setting that was looked at' }),
  meeting: orNull(
    exactly({ pool: Type.String(), site: orNull(Type.String()), host: OrganisationOrDeployment }),
  ),
})

export const OverviewCell = exactly({
  category: Category,
  client: Type.String(),
  collect: Type.Enum(['yes', 'no', 'by-choice', 'partly'], {
    description: "by-choice: the user's own choice decides, partly: some data types, or on some systems",
  }),
  /** By whose decision: the control that decides most of it. */
  control: orNull(Type.String()),
  source: Type.String(),
  reason: Type.String(),
  dataTypes: exactly({ collected: Type.Integer(), all: Type.Integer() }),
})
export const Overview = exactly({
  product: ProductName,
  version: Type.Integer(),
  organisation: OrganisationOrDeployment,
  pool: orNull(PoolName),
  cells: Type.Array(OverviewCell),
})

/** What is collected, and because of what. */
export const EXPLAIN_ROUTES = {
  explain: {
    method: 'POST',
    path: '/api/explain',
    tag: TAG,
    summary: 'Whether a data type is collected from a client, and because of what',
    writes: 'nothing',
    access: rolesAndAdmins('body', ...READERS),
    body: ExplainQuestion,
    answer: Explanation,
  },
  readOverview: {
    method: 'GET',
    path: '/api/overview',
    tag: TAG,
    summary: 'What is collected right now, by category and client, and by whose decision',
    access: rolesAndAdmins('query', ...READERS),
    query: exactly({
      product: Type.Optional(ProductName),
      organisation: Type.Optional(OrganisationOrDeployment),
      pool: Type.Optional(PoolName),
    }),
    answer: Overview,
  },
} as const satisfies Contract
