import { Type } from 'typebox'
import { AlertDefinitionShape } from '../../alerts/alert.js'
import { roles } from './access.js'
import type { Contract } from './route.js'
import {
  Count,
  exactly,
  Id,
  Instant,
  Language,
  orNull,
  ProductName,
  ProductQuery,
  SHOWN_ONCE,
} from './shapes.js'

const TAG = 'alerts'

const { rule: Rule, channels: Channels } = AlertDefinitionShape.properties

export const Alert = exactly({
  id: Id,
  product: ProductName,
  name: Type.String(),
  language: Language,
  rule: Rule,
  channels: Type.Array(
    exactly({
      kind: Type.Enum(['web-hook', 'e-mail']),
      to: Type.String({
        description: 'The address; of a web hook its origin alone, since the rest may be a secret',
      }),
    }),
  ),
  state: Type.Enum(['quiet', 'firing']),
  since: Instant,
  value: orNull(Type.Number({ description: 'What the figure was; null where it is not shown' })),
  checkedAt: orNull(Instant),
  waiting: Count,
  undelivered: Count,
})

/** Alerts on figures, silence and the balance, sent to web hooks and by e-mail. */
export const ALERT_ROUTES = {
  listAlerts: {
    method: 'GET',
    path: '/api/alerts',
    tag: TAG,
    summary: 'The alerts of a product, and how they stand',
    access: roles('operator', 'privacy-officer', 'analyst', 'auditor'),
    query: ProductQuery,
    answer: exactly({ alerts: Type.Array(Alert) }),
  },
  createAlert: {
    method: 'POST',
    path: '/api/alerts',
    tag: TAG,
    summary: 'Watch a figure, and say where it is told',
    access: roles('operator'),
    body: exactly({
      product: Type.Optional(ProductName),
      name: AlertDefinitionShape.properties.name,
      language: Language,
      rule: Rule,
      channels: Channels,
    }),
    status: 201,
    answer: exactly({
      id: Id,
      secret: Type.Optional(
        Type.String({ description: `Signs the bodies of web hooks (Candor-Signature). ${SHOWN_ONCE}` }),
      ),
    }),
  },
  testAlert: {
    method: 'POST',
    path: '/api/alerts/:id/test',
    tag: TAG,
    summary: 'Send a test message to all channels of an alert, now',
    access: roles('operator'),
    params: exactly({ id: Id }),
    answer: exactly({
      sent: Type.Array(
        exactly({ kind: Type.Enum(['web-hook', 'e-mail']), outcome: Type.Enum(['sent', 'failed']) }),
      ),
    }),
  },
  removeAlert: {
    method: 'DELETE',
    path: '/api/alerts/:id',
    tag: TAG,
    summary: 'Watch no more',
    access: roles('operator'),
    params: exactly({ id: Id }),
    status: 204,
  },
} as const satisfies Contract
