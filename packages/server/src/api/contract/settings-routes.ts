import { REASONS } from '@candor/practices'
import { Type } from 'typebox'
import { rolesAndAdmins } from './access.js'
import type { Contract } from './route.js'
import {
  Category,
  ControlSetter,
  Count,
  exactly,
  Instant,
  Localised,
  OrganisationOrDeployment,
  orNull,
  ProductName,
  ProductQuery,
  Revision,
} from './shapes.js'

const TAG = 'settings'
const READERS = ['operator', 'privacy-officer', 'auditor'] as const

/** Which setting it is. */
const TARGET = {
  organisation: OrganisationOrDeployment,
  control: Type.String({ minLength: 1, maxLength: 100 }),
  scope: Type.String({
    minLength: 1,
    maxLength: 600,
    description:
      'A source or a scope, such as in-band, global, site:Redmond or service:WebServer:pool01.contoso.com',
  }),
}

export const Setting = exactly({
  product: ProductName,
  ...TARGET,
  value: Type.Boolean(),
  revision: Revision,
  changedAt: Instant,
  changedBy: orNull(Type.String({ description: 'null: from before the audit log' })),
})
export const SettingChange = exactly({
  product: Type.Optional(ProductName),
  ...TARGET,
  organisation: Type.Optional(OrganisationOrDeployment),
  value: orNull(Type.Boolean({ description: 'null removes the setting' })),
})

export const ControlScope = exactly({
  kind: Type.Enum(['name', 'pool', 'site']),
  identity: Type.String({ description: 'Its name, or the part before the name of the pool or site' }),
  heldBy: Type.Enum(['service', 'device']),
})
export const ControlDescription = exactly({
  name: Type.String(),
  kind: Type.Enum(['boolean', 'choice', 'graded']),
  label: Localised,
  effect: Localised,
  setBy: ControlSetter,
  heldBy: Type.Enum(['service', 'device']),
  default: Type.Union([Type.Boolean(), Type.String()]),
  collectsWhen: orNull(Type.Union([Type.Boolean(), Type.String()])),
  resolution: orNull(Type.Enum(['strictest', 'nearest', 'first'])),
  scopes: Type.Array(ControlScope, { description: 'In the order of precedence' }),
  governs: Type.Array(exactly({ category: Category, clients: Type.Array(Type.String()) })),
})

export const DecisionSummary = exactly({
  collect: Type.Boolean(),
  control: orNull(Type.String()),
  source: Type.String(),
  reason: Type.Enum([...REASONS]),
  mayChange: Type.Array(ControlSetter),
  detail: Type.Optional(Type.String()),
})
export const DecisionChange = exactly({
  category: Category,
  dataTypes: Type.Array(Type.String()),
  client: Type.String(),
  os: Type.Array(
    Type.String({ description: 'The systems it is so on; other: any that the practices do not name' }),
  ),
  choice: orNull(
    Type.Enum(['granted', 'denied'], {
      description: "The user's own choice that it is so for; null: for either",
    }),
  ),
  place: orNull(Type.String({ description: 'The meeting it is so in: a pool, a site, or null for none' })),
  before: DecisionSummary,
  after: DecisionSummary,
})
export const DeviceCount = exactly({
  client: Type.String(),
  devices: orNull(Type.Integer({ description: 'null: fewer than the group minimum' })),
})
export const SettingPreview = exactly({
  product: ProductName,
  ...TARGET,
  before: orNull(Type.Boolean()),
  after: orNull(Type.Boolean()),
  revision: Revision,
  effect: Localised,
  changes: Type.Array(DecisionChange),
  starts: Type.Array(Type.String(), { description: 'Data types that begin to be collected somewhere' }),
  stops: Type.Array(Type.String(), { description: 'Data types that end being collected somewhere' }),
  devices: Type.Object(
    {
      days: Type.Integer(),
      groupMinimum: Type.Integer(),
      clients: Type.Array(DeviceCount),
    },
    {
      additionalProperties: false,
      description: 'Devices of the clients above, of all organisations: census knows none',
    },
  ),
  dark: Type.Array(
    exactly({ insight: Category, dataTypes: Type.Array(Type.String()), clients: Type.Array(Type.String()) }),
    { description: 'What insights will show no new data of' },
  ),
  alsoAffected: Type.Array(Type.String(), {
    description: 'Organisations whose clients are affected too; empty where the setting is of one',
  }),
})

/** Settings of controls, and what a change of one would do. */
export const SETTINGS_ROUTES = {
  listControls: {
    method: 'GET',
    path: '/api/controls',
    tag: TAG,
    summary: 'The controls of a product: what each does, where it is set, by whom, and its default',
    access: { kind: 'everybody' },
    query: ProductQuery,
    answer: exactly({
      product: ProductName,
      controls: Type.Array(ControlDescription),
      census: exactly({ alwaysOn: Type.Literal(true), reason: Localised }),
    }),
  },
  listSettings: {
    method: 'GET',
    path: '/api/settings',
    tag: TAG,
    summary:
      "The settings of a product; of an organisation its own and the deployment's, which count for it too",
    access: rolesAndAdmins('query', ...READERS),
    query: exactly({
      product: Type.Optional(ProductName),
      organisation: Type.Optional(OrganisationOrDeployment),
    }),
    answer: exactly({ revision: Count, settings: Type.Array(Setting) }),
  },
  changeSetting: {
    method: 'PUT',
    path: '/api/settings',
    tag: TAG,
    summary:
      'Change or remove a setting. An admin sets it at the pools and sites of their organisation alone',
    access: rolesAndAdmins('body', 'operator'),
    body: SettingChange,
    answer: exactly({
      changed: exactly({ product: ProductName, ...TARGET, value: orNull(Type.Boolean()) }),
      revision: Revision,
    }),
    revision: 'checked',
  },
  previewSetting: {
    method: 'POST',
    path: '/api/settings/preview',
    tag: TAG,
    summary: 'What a change of a setting would do; nothing is changed',
    writes: 'nothing',
    access: rolesAndAdmins('body', ...READERS),
    body: SettingChange,
    answer: SettingPreview,
  },
} as const satisfies Contract
