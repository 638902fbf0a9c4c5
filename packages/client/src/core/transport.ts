import { byteLength } from './byte-length.js'
import type { Client } from './client.js'
import { heed } from './service-clock.js'

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MILLIS = 30_000
/** A body that has more bytes goes as gzip. */
const PLAIN_BYTES = 8192
const UNSUPPORTED = 415

/** What the service answered. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** A header of the answer. */
  readonly read: (name: string) => string | null
}

/** One request: a GET, or a POST where there is a body. */
export interface Question {
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  /** What is kept of an earlier answer: a 304 says that it still holds. */
  readonly etag?: string | null | undefined
  readonly body?: string
  /** exit: made before this call returns, plain, and going on when the page is left. Default: now. */
  readonly urgency?: Urgency
}

/** Whether the app goes on, or is hidden or left at this moment. */
export type Urgency = 'now' | 'exit'

/** Without cookies, referrer and cache, and to no other place than this. */
const PRIVATE: RequestInit = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'error',
}

const GZIP_HEADERS = { 'content-encoding': 'gzip', 'content-type': 'text/plain;charset=UTF-8' }

const exchange = async (client: Client, question: Question, signal: AbortSignal): Promise<Answer> => {
  const { state, platform, options } = client
  const { path, query, body = '', etag, urgency } = question
  const url = new URL(state.endpoint + path)
  for (const [name, value] of Object.entries({ key: options.key, ...query }))
    if (value) url.searchParams.set(name, value)
  const isLarge = urgency !== 'exit' && byteLength(body) > PLAIN_BYTES
  const { form } = state
  // The other form is tried next, unless an answer shows that this one passes.
  if (isLarge) state.form = form === 'gzip' ? 'plain' : 'gzip'
  const zipped = isLarge && form === 'gzip' ? await platform.gzip(body) : undefined
  const response = await platform.request(url.href, {
    ...PRIVATE,
    ...(body && { method: 'POST', body: zipped ?? body, keepalive: urgency === 'exit' }),
    ...(zipped && { headers: GZIP_HEADERS }),
    ...(etag && { headers: { 'if-none-match': etag } }),
    signal,
  })
  const { status, headers } = response
  if (isLarge && status !== UNSUPPORTED) state.form = form
  const read = (name: string): string | null => headers.get(name)
  // A page that somebody else puts in between tells no time.
  if (status === 304 || read('content-type')?.includes('json')) heed(client, Date.parse(read('date') ?? ''))
  return { status, read, text: await response.text() }
}

/** Whether anything may be asked: not with an empty endpoint, not offline, and not after closing. */
export const mayAsk = ({ state, platform }: Client): boolean =>
  state.endpoint !== '' && platform.network() !== 'offline'

/** Aborts what is in flight to a path; default: to any. */
export const abort = ({ inFlight }: Client, path?: string): void => {
  for (const [controller, to] of inFlight) {
    if (path && to !== path) continue
    inFlight.delete(controller)
    controller.abort()
  }
}

/** Asks the service; aborted where that was asked for meanwhile, undefined where no answer came. */
export const ask = async (client: Client, question: Question): Promise<Answer | 'aborted' | undefined> => {
  const { platform, inFlight, count } = client
  if (!mayAsk(client)) return undefined
  const controller = new AbortController()
  const stopWaiting = platform.setTimer(() => controller.abort(), PATIENCE_MILLIS)
  inFlight.set(controller, question.path)
  try {
    return await exchange(client, question, controller.signal)
  } catch {
    if (!inFlight.has(controller)) return 'aborted'
    count('request-failed')
    return undefined
  } finally {
    inFlight.delete(controller)
    stopWaiting()
  }
}
