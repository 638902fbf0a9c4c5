import { createHmac } from 'node:crypto'
import { createTransport, type Transporter } from 'nodemailer'

import { mailOf, ruleText } from './alert-text.js'
import type { Alert, PendingDelivery } from './alert.js'

/** Where e-mails are handed over. */
export interface MailOptions {
  /** Such as smtps://user:password@mail.contoso.com; the password is never logged. */
  readonly smtpUrl: string
  /** The sender's address. */
  readonly from: string
}

/** What sending works with. */
export interface DeliveryOptions {
  /** Default: e-mails cannot be sent. */
  readonly mail?: MailOptions
  /** The address of the page that an alert leads to. */
  readonly page: () => string
}

/** How long a receiver may take to answer. */
const PATIENCE_MILLIS = 10_000

/** Sends a message, or throws. */
export type Deliver = (alert: Alert, delivery: PendingDelivery) => Promise<void>

const bodyOf = (alert: Alert, { event, value, atMillis }: PendingDelivery, page: string): string =>
  JSON.stringify({
    event,
    at: new Date(atMillis).toISOString(),
    alert: { id: alert.id, name: alert.name, product: alert.product, rule: alert.rule },
    text: ruleText(alert.rule, alert.language),
    value,
    page,
  })

/**
 * Calls a web hook. The header Candor-Signature holds `sha256=` and the HMAC-SHA-256 of the body under the alert's secret, as
 * hexadecimal. A receiver that leads elsewhere is refused: the address that a person typed is the one that is called.
 */
const callHook = async (url: string, alert: Alert, body: string): Promise<void> => {
  const signature = createHmac('sha256', alert.secret).update(body).digest('hex')
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json', 'candor-signature': `sha256=${signature}` },
    body,
    signal: AbortSignal.timeout(PATIENCE_MILLIS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`answered ${response.status}`)
}

const openMail = ({ smtpUrl }: MailOptions): Transporter =>
  createTransport(smtpUrl, {
    connectionTimeout: PATIENCE_MILLIS,
    greetingTimeout: PATIENCE_MILLIS,
    socketTimeout: PATIENCE_MILLIS,
  } as object)

/** Creates the way that alerts are sent. */
export const createDeliver = ({ mail, page }: DeliveryOptions): Deliver => {
  const transport = mail === undefined ? undefined : openMail(mail)
  return async (alert, delivery) => {
    const { channel, event, value } = delivery
    if (channel.kind === 'web-hook') {
      await callHook(channel.url, alert, bodyOf(alert, delivery, page()))
      return
    }
    if (mail === undefined || transport === undefined) throw new Error('no mail server is configured')
    const { subject, text } = mailOf(alert, event, value, page())
    await transport.sendMail({ from: mail.from, to: channel.to, subject, text })
  }
}
