import type { DataCategory, Practices } from '@candor/practices'

import { readAlerts, updateAlert } from '../control-plane/alerts-table.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { Insight } from '../insight/insight.js'
import type { Spool } from '../spool/spool.js'
import type { Alert, AlertEvent, PendingDelivery } from './alert.js'
import type { Deliver } from './deliver.js'
import { judgeAlert, type AlertFacts } from './judge-alert.js'
import { readFigure } from './read-figure.js'

/** What alerts work with. */
export interface AlertsParts {
  readonly controlPlane: ControlPlane
  readonly insight: Pick<Insight, 'census' | 'usage' | 'error'>
  readonly spool: Pick<Spool, 'conservation'>
  readonly products: readonly Practices[]
  readonly deliver: Deliver
  readonly now: () => number
  readonly onFailure: (code: 'CANDOR_ALERT_UNDELIVERED', error: unknown) => void
}

const HOUR_MILLIS = 3_600_000

/** A message that cannot be sent is tried again after a minute, then after twice as long each time. */
const FIRST_PAUSE_MILLIS = 60_000

/** For how long it is tried. */
const PATIENCE_MILLIS = 24 * HOUR_MILLIS

const NO_FIGURE: AlertFacts['figure'] = [null, null, null]

type Heard = NonNullable<Alert['heard']>

const receivedOf = ({ spool }: AlertsParts, product: string, category: DataCategory): number =>
  spool.conservation(product)[category].received

/** What was heard of a category: the clock of its silence begins anew with each report, and when it is watched first. */
const hear = (parts: AlertsParts, { rule, product, heard }: Alert, nowMillis: number): Heard | null => {
  if (rule.kind !== 'silence') return null
  const received = receivedOf(parts, product, rule.category)
  return heard?.received === received ? heard : { received, atMillis: nowMillis }
}

const missingOf = ({ spool }: AlertsParts, product: string): number =>
  Object.values(spool.conservation(product)).reduce(
    (sum, { received, stored, refused, duplicate, pending }) => {
      const refusals = Object.values(refused).reduce((all, count) => all + count, 0)
      return sum + Math.abs(received - stored - refusals - duplicate - pending)
    },
    0,
  )

const factsOf = async (parts: AlertsParts, alert: Alert, heard: Heard | null): Promise<AlertFacts> => {
  const { rule, product } = alert
  const nowMillis = parts.now()
  const practices = parts.products.find((one) => one.product === product)
  return {
    figure:
      practices === undefined || !('figure' in rule)
        ? NO_FIGURE
        : await readFigure(parts.insight, practices, rule, nowMillis),
    silentHours: heard === null ? 0 : (nowMillis - heard.atMillis) / HOUR_MILLIS,
    missing: rule.kind === 'imbalance' ? missingOf(parts, product) : 0,
  }
}

/** A message for each of an alert's channels. */
export const messagesOf = (
  { channels }: Pick<Alert, 'channels'>,
  event: AlertEvent,
  value: number | null,
  atMillis: number,
): readonly PendingDelivery[] =>
  channels.map((channel) => ({ event, channel, value, atMillis, attempts: 0, nextMillis: atMillis }))

const judged = async (parts: AlertsParts, alert: Alert): Promise<Alert> => {
  const nowMillis = parts.now()
  const heard = hear(parts, alert, nowMillis)
  const verdict = judgeAlert(alert.rule, await factsOf(parts, alert, heard))
  const looked = { ...alert, heard, checkedMillis: nowMillis }
  if (verdict.kind === 'unknown') return { ...looked, value: null }
  const { kind: state, value } = verdict
  if (state === alert.state) return { ...looked, value }
  const messages = messagesOf(alert, state === 'firing' ? 'fired' : 'ended', value, nowMillis)
  return { ...looked, value, state, sinceMillis: nowMillis, pending: [...alert.pending, ...messages] }
}

const delivered = async (parts: AlertsParts, alert: Alert): Promise<Alert> => {
  const nowMillis = parts.now()
  const waiting: PendingDelivery[] = []
  let { undelivered } = alert
  for (const message of alert.pending) {
    if (message.nextMillis > nowMillis) {
      waiting.push(message)
      continue
    }
    try {
      await parts.deliver(alert, message)
    } catch (error) {
      parts.onFailure('CANDOR_ALERT_UNDELIVERED', error)
      const attempts = message.attempts + 1
      const nextMillis = nowMillis + FIRST_PAUSE_MILLIS * 2 ** (attempts - 1)
      if (nextMillis - message.atMillis > PATIENCE_MILLIS) undelivered += 1
      else waiting.push({ ...message, attempts, nextMillis })
    }
  }
  return { ...alert, pending: waiting, undelivered }
}

/** Looks at each alert once, and sends what there is to say. What one alert cannot be judged by does not hold the others. */
export const checkAlerts = async (parts: AlertsParts): Promise<void> => {
  let failure: { readonly error: unknown } | undefined
  for (const alert of await readAlerts(parts.controlPlane)) {
    try {
      // How it stands is kept before anything is sent, so that a crash repeats a message rather than forgets it.
      const standing = await judged(parts, alert)
      await updateAlert(parts.controlPlane, standing)
      if (standing.pending.length > 0) await updateAlert(parts.controlPlane, await delivered(parts, standing))
    } catch (error) {
      failure = { error }
    }
  }
  if (failure !== undefined) throw failure.error
}
