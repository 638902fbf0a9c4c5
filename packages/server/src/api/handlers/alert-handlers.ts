import { randomBytes } from 'node:crypto'
import { CandorError, type Practices } from '@candor/practices'
import type { Alert, AlertChannel, AlertDefinition } from '../../alerts/alert.js'
import { messagesOf } from '../../alerts/create-alerts.js'
import type { Deliver } from '../../alerts/deliver.js'
import { insertAlert, readAlerts, removeAlert } from '../../control-plane/alerts-table.js'
import { change, type ChangedBy } from '../../control-plane/audit-log.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { findPractices } from '../../http/find-practices.js'
import { isoOf } from '../../people/grants.js'
import type { Handlers } from '../call.js'
import type { ALERT_ROUTES } from '../contract/alert-routes.js'

/** What the routes of alerts need. */
export interface AlertParts {
  readonly products: readonly Practices[]
  readonly controlPlane: ControlPlane
  readonly deliver: Deliver
}

const ID_BYTES = 12
const SECRET_BYTES = 32

const shownTo = (channel: AlertChannel): string =>
  channel.kind === 'e-mail' ? channel.to : new URL(channel.url).origin

const readable = (alert: Alert) => ({
  id: alert.id,
  product: alert.product,
  name: alert.name,
  language: alert.language,
  rule: alert.rule,
  channels: alert.channels.map((channel) => ({ kind: channel.kind, to: shownTo(channel) })),
  state: alert.state,
  since: isoOf(alert.sinceMillis),
  value: alert.value,
  checkedAt: alert.checkedMillis === 0 ? null : isoOf(alert.checkedMillis),
  waiting: alert.pending.length,
  undelivered: alert.undelivered,
})

/** What the audit log keeps of an alert: no address of a person, and no part of a web hook that may be a secret. */
const audited = ({ name, rule, channels }: Pick<Alert, 'name' | 'rule' | 'channels'>) => ({
  name,
  rule,
  channels: channels.map((channel) => (channel.kind === 'e-mail' ? channel.kind : shownTo(channel))),
})

const findAlert = async (controlPlane: ControlPlane, id: string): Promise<Alert> => {
  const alert = (await readAlerts(controlPlane)).find((one) => one.id === id)
  if (alert === undefined) throw new CandorError('CANDOR_NOT_FOUND')
  return alert
}

/** A rule about a group of errors names it. */
const requireGroup = ({ rule }: Pick<Alert, 'rule'>): void => {
  if ('figure' in rule && (rule.figure === 'error-group') !== (rule.fingerprint !== undefined))
    throw new CandorError('CANDOR_SETTING_REFUSED', { field: 'fingerprint' })
}

const keepAlert = async (
  controlPlane: ControlPlane,
  by: ChangedBy,
  product: string,
  definition: AlertDefinition,
): Promise<{ readonly id: string; readonly secret: string }> => {
  const id = randomBytes(ID_BYTES).toString('base64url')
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const begun = { state: 'quiet', sinceMillis: by.nowMillis, checkedMillis: 0 } as const
  const progress = { value: null, heard: null, pending: [], undelivered: 0 }
  return change(controlPlane, by, async (transaction) => {
    await insertAlert(transaction, { ...definition, id, product, secret, ...begun, ...progress })
    const fact = { action: 'alert.create', target: `${product} / ${id}`, after: audited(definition) } as const
    return { result: { id, secret }, fact }
  })
}

/** Sends a test to each channel, and tells how it went. */
const sendTests = async (alert: Alert, deliver: Deliver, nowMillis: number) =>
  Promise.all(
    messagesOf(alert, 'test', alert.value, nowMillis).map(async (message) => {
      const { kind } = message.channel
      return deliver(alert, message).then(
        () => ({ kind, outcome: 'sent' as const }),
        () => ({ kind, outcome: 'failed' as const }),
      )
    }),
  )

/** Alerts on figures. */
export const alertHandlers = ({
  products,
  controlPlane,
  deliver,
}: AlertParts): Handlers<typeof ALERT_ROUTES> => ({
  listAlerts: async ({ query }) => {
    const { product } = findPractices(products, query.product)
    const alerts = await readAlerts(controlPlane)
    return { alerts: alerts.filter((alert) => alert.product === product).map(readable) }
  },
  createAlert: async ({ body, by }) => {
    const { product: name, ...definition } = body
    requireGroup(definition)
    return keepAlert(controlPlane, by, findPractices(products, name).product, definition)
  },
  testAlert: async ({ params, by }) => {
    const alert = await findAlert(controlPlane, params.id)
    const fact = { action: 'alert.test', target: `${alert.product} / ${alert.id}` } as const
    await change(controlPlane, by, async () => ({ result: undefined, fact }))
    return { sent: await sendTests(alert, deliver, by.nowMillis) }
  },
  removeAlert: async ({ params, by }) => {
    const alert = await findAlert(controlPlane, params.id)
    await change(controlPlane, by, async (transaction) => {
      await removeAlert(transaction, alert.id)
      const target = `${alert.product} / ${alert.id}`
      return { result: undefined, fact: { action: 'alert.remove', target, before: audited(alert) } as const }
    })
    return undefined
  },
})
