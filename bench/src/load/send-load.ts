import { openConnection, type Connection } from './connection.js'
import type { LoadOrder, LoadResult } from './load-order.js'
import { createRequestTemplate, type RequestTemplate } from './request-template.js'

interface Sender {
  readonly connection: Connection
  readonly template: RequestTemplate
}

const isGood = (status: number): boolean => status === 200 || status === 204

/** Sends whenever it may, until the time is over and all is answered; each answer is told with the time it took. */
const sendFast = async (
  { connection, template }: Sender,
  until: number,
  tell: (status: number, millis: number) => void,
): Promise<void> =>
  new Promise((resolve) => {
    const send = (): void => {
      const since = performance.now()
      if (since >= until) return resolve()
      connection.send(template.next(), (status) => {
        tell(status, performance.now() - since)
        if (status === 0) resolve()
        else send()
      })
    }
    send()
  })

/** Sends by the clock: a request that has no free connection waits, and the wait counts. */
const sendPaced = async (
  senders: readonly Sender[],
  perSecond: number,
  until: number,
  tell: (status: number, millis: number) => void,
): Promise<void> => {
  const free = [...senders]
  const due: number[] = []
  let underWay = 0
  const sendNext = (): void => {
    // In turn, so that none is idle for so long that the server closes it.
    const sender = due.length > 0 ? free.shift() : undefined
    const since = sender === undefined ? undefined : due.shift()
    if (sender === undefined || since === undefined) return
    underWay += 1
    sender.connection.send(sender.template.next(), (status) => {
      underWay -= 1
      tell(status, performance.now() - since)
      if (status !== 0) free.push(sender)
      sendNext()
    })
  }
  const first = performance.now()
  for (let sent = 0; ; sent += 1) {
    const at = first + (sent * 1000) / perSecond
    if (at >= until) break
    const wait = at - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    // Timers may be early by a part of a millisecond.
    due.push(Math.min(at, performance.now()))
    sendNext()
  }
  while (underWay + due.length > 0 && free.length + underWay > 0) await new Promise(setImmediate)
}

/** Sends what is ordered, and answers what came of it. */
export const sendLoad = async (order: LoadOrder): Promise<LoadResult> => {
  const senders = await Promise.all(
    Array.from({ length: order.connections }, async () => ({
      connection: await openConnection(order.url),
      template: createRequestTemplate(order),
    })),
  )
  const times: number[] = []
  let failed = 0
  const tell = (status: number, millis: number): void => {
    if (isGood(status)) times.push(millis)
    else failed += 1
  }
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  const until = start + order.seconds * 1000
  if (order.pace === 'as-fast-as-answered')
    await Promise.all(senders.map(async (sender) => sendFast(sender, until, tell)))
  else await sendPaced(senders, order.pace, until, tell)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpuBefore)
  for (const { connection } of senders) connection.close()
  const sorted = Float64Array.from(times).toSorted()
  const at = (part: number): number =>
    Number((sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2))
  return {
    answered: times.length,
    failed,
    seconds,
    p50: at(0.5),
    p99: at(0.99),
    most: at(1),
    cpuMillis: (user + system) / 1000,
  }
}
