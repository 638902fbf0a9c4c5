import { POLICY_SIGNATURE_HEADER } from '@candor/practices'

import { byteLength } from './byte-length.js'
import type { Count } from './diagnostics.js'
import type { Platform } from './platform.js'
import type { ServiceClock } from './service-clock.js'

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MILLIS = 30_000
/** A body that has more bytes goes as gzip. */
const PLAIN_BYTES = 8192
const UNSUPPORTED = 415

/** What the service answered. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly etag: string | null
  /** The signature of the text, where the service signs it. */
  readonly signature: string | null
  /** Milliseconds to stay away, from Retry-After; 0 where nothing is said. */
  readonly retryAfterMillis: number
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

/** HTTP to the one endpoint. */
export interface Transport {
  /** Asks the service; aborted where that was asked for meanwhile, undefined where no answer came. */
  readonly ask: (question: Question) => Promise<Answer | 'aborted' | undefined>
  /** Whether anything may be asked: not with an empty endpoint, not offline, and not after closing. */
  readonly isOpen: () => boolean
  /** Aborts what is in flight to a path. */
  readonly abort: (path: string) => void
  /** Aborts what is in flight, and asks nothing any more. */
  readonly close: () => void
}

/** Retry-After in seconds or as a date (RFC 9110 section 10.2.3). */
const retryAfterMillis = (header: string | null, nowMillis: number): number =>
  header ? Math.max(Number(header) * 1000 || Date.parse(header) - nowMillis, 0) || 0 : 0

const toAnswer = async (response: Response, { now, heed }: ServiceClock): Promise<Answer> => {
  const { status, headers } = response
  const read = (name: string): string | null => headers.get(name)
  // A page that somebody else puts in between tells no time.
  if (status === 304 || read('content-type')?.includes('json')) heed(Date.parse(read('date') ?? ''))
  return {
    status,
    text: await response.text(),
    etag: read('etag'),
    signature: read(POLICY_SIGNATURE_HEADER),
    retryAfterMillis: retryAfterMillis(read('retry-after'), now()),
  }
}

/** Without cookies, referrer and cache, and to no other place than this. */
const PRIVATE: RequestInit = {
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  redirect: 'error',
}

const GZIP_HEADERS = { 'content-encoding': 'gzip', 'content-type': 'text/plain;charset=UTF-8' }

interface Parts {
  readonly key: string
  readonly platform: Platform
  readonly clock: ServiceClock
}

/** Makes one exchange after another. */
const createExchange = ({ key, platform, clock }: Parts) => {
  /** gzip makes a browser ask first (CORS), which not every way to a service lets through. */
  let isZipped = true
  return async (base: string, question: Question, signal: AbortSignal): Promise<Answer> => {
    const { path, query, body = '', etag, urgency } = question
    const url = new URL(base + path)
    for (const [name, value] of Object.entries({ key, ...query }))
      if (value) url.searchParams.set(name, value)
    const isLarge = urgency !== 'exit' && byteLength(body) > PLAIN_BYTES
    const wasZipped = isZipped
    // The other form is tried next, unless an answer shows that this one passes.
    if (isLarge) isZipped = !wasZipped
    const zipped = isLarge && wasZipped ? await platform.gzip(body) : undefined
    const response = await platform.request(url.href, {
      ...PRIVATE,
      ...(body && { method: 'POST', body: zipped ?? body, keepalive: urgency === 'exit' }),
      ...(zipped && { headers: GZIP_HEADERS }),
      ...(etag && { headers: { 'if-none-match': etag } }),
      signal,
    })
    if (isLarge && response.status !== UNSUPPORTED) isZipped = wasZipped
    return toAnswer(response, clock)
  }
}

/** Makes the transport to an endpoint. An empty one is asked nothing. */
export const createTransport = (endpoint: string, parts: Parts, count: Count): Transport => {
  const { platform } = parts
  let base = endpoint.replace(/\/+$/, '')
  const exchange = createExchange(parts)
  const inFlight = new Map<AbortController, string>()
  const isOpen = (): boolean => base !== '' && platform.network() !== 'offline'
  const abort = (path?: string): void => {
    for (const [controller, to] of inFlight) {
      if (path && to !== path) continue
      inFlight.delete(controller)
      controller.abort()
    }
  }
  return {
    ask: async (question) => {
      if (!isOpen()) return undefined
      const controller = new AbortController()
      const stopWaiting = platform.setTimer(() => controller.abort(), PATIENCE_MILLIS)
      inFlight.set(controller, question.path)
      try {
        return await exchange(base, question, controller.signal)
      } catch {
        if (!inFlight.has(controller)) return 'aborted'
        count('request-failed')
        return undefined
      } finally {
        inFlight.delete(controller)
        stopWaiting()
      }
    },
    isOpen,
    abort,
    close: () => {
      base = ''
      abort()
    },
  }
}
