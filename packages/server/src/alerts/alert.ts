import { DATA_CATEGORIES, LANGUAGES } from '@candor/practices'
import { Type, type Static } from 'typebox'

import { PERIOD_KINDS } from '../insight/periods.js'

/** Figures that alerts watch. */
export const ALERT_FIGURES = [
  'census-devices',
  'sign-in-success',
  'usage-reports',
  'crash-free-sessions',
  'error-reports',
  'error-group',
] as const

/** A figure that alerts watch. */
export type AlertFigure = (typeof ALERT_FIGURES)[number]

const exactly = <const P extends Parameters<typeof Type.Object>[0]>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

const Watched = {
  figure: Type.Enum([...ALERT_FIGURES]),
  /** Of error-group alone. */
  fingerprint: Type.Optional(Type.String({ pattern: '^[0-9]{1,3}:[0-9a-f]{16}$' })),
  period: Type.Enum([...PERIOD_KINDS]),
}

/**
 * When an alert fires. over: the figure of the period that goes on is above the limit; under: that of the last whole period is
 * below it. rise, fall: the last whole period's differs from the one before by more than so many percent. silence: no
 * report of a category came for so many hours. imbalance: what was received is not what was stored, refused, a duplicate or waits.
 * Rates (sign-in-success, crash-free-sessions) are percents.
 */
export const AlertRuleShape = Type.Union([
  exactly({ kind: Type.Enum(['over', 'under']), ...Watched, limit: Type.Number() }),
  exactly({
    kind: Type.Enum(['rise', 'fall']),
    ...Watched,
    percent: Type.Number({ minimum: 1, maximum: 10_000 }),
  }),
  exactly({
    kind: Type.Literal('silence'),
    category: Type.Enum([...DATA_CATEGORIES]),
    hours: Type.Integer({ minimum: 1, maximum: 8760 }),
  }),
  exactly({ kind: Type.Literal('imbalance') }),
])

/** When an alert fires. */
export type AlertRule = Static<typeof AlertRuleShape>

/** Where an alert is sent: web hooks are called with a signed body, addresses get an e-mail. */
export const AlertChannelShape = Type.Union([
  exactly({ kind: Type.Literal('web-hook'), url: Type.String({ pattern: '^https?://[^\\s]{1,500}$' }) }),
  exactly({ kind: Type.Literal('e-mail'), to: Type.String({ format: 'email', maxLength: 254 }) }),
])

/** Where an alert is sent. */
export type AlertChannel = Static<typeof AlertChannelShape>

/** What people define. */
export const AlertDefinitionShape = exactly({
  name: Type.String({ minLength: 1, maxLength: 100, pattern: String.raw`^[^\u0000-\u001f\u007f]+$` }),
  /** Of the e-mails. */
  language: Type.Enum([...LANGUAGES]),
  rule: AlertRuleShape,
  channels: Type.Array(AlertChannelShape, { minItems: 1, maxItems: 5 }),
})

/** What people define. */
export type AlertDefinition = Static<typeof AlertDefinitionShape>

/** What happened to an alert. */
export type AlertEvent = 'fired' | 'ended' | 'test'

/** A message that is to be sent; what cannot be sent is tried again, later and later. */
export interface PendingDelivery {
  readonly event: AlertEvent
  readonly channel: AlertChannel
  /** What the figure was, where there is one. */
  readonly value: number | null
  readonly atMillis: number
  readonly attempts: number
  readonly nextMillis: number
}

/** An alert as it is kept. */
export interface Alert extends AlertDefinition {
  readonly id: string
  readonly product: string
  /** Signs the bodies of web hooks. */
  readonly secret: string
  readonly state: 'quiet' | 'firing'
  /** When the state began; milliseconds since 1970. */
  readonly sinceMillis: number
  /** What the figure was when it was looked at last; null where it was not shown, or there is none. */
  readonly value: number | null
  /** When it was looked at last; 0: never. */
  readonly checkedMillis: number
  /** Of silence: the reports received by then, and when they were more for the last time. */
  readonly heard: { readonly received: number; readonly atMillis: number } | null
  readonly pending: readonly PendingDelivery[]
  /** Messages that could not be sent within a day. */
  readonly undelivered: number
}
