import { POLICY_SIGNATURE_HEADER } from '@candor/practices'

import type { Count } from './diagnostics.js'
import type { Platform } from './platform.js'

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MILLIS = 30_000

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
}

/** HTTP to the one endpoint. */
export interface Transport {
  /** Asks the service; aborted where that was asked for meanwhile, undefined where no answer came. */
  readonly ask: (question: Question) => Promise<Answer | 'aborted' | undefined>
  /** Whether anything may be asked: not with an empty endpoint, and not after closing. */
  readonly isOpen: () => boolean
  /** Aborts what is in flight to a path. */
  readonly abort: (path: string) => void
  /** Aborts what is in flight, and asks nothing any more. */
  readonly close: () => void
}

/** Retry-After in seconds or as a date (RFC 9110 section 10.2.3). */
const retryAfterMillis = (header: string | null, nowMillis: number): number =>
  header ? Math.max(Number(header) * 1000 || Date.parse(header) - nowMillis, 0) || 0 : 0

interface Parts {
  readonly key: string
  readonly platform: Platform
}

/** One exchange: no cookie, no referrer, no cache, and no redirect to somewhere else. */
const exchange = async (
  base: string,
  question: Question,
  parts: Parts,
  signal: AbortSignal,
): Promise<Answer> => {
  const { path, query, etag, body } = question
  const { key, platform } = parts
  const url = new URL(base + path)
  for (const [name, value] of Object.entries({ key, ...query })) if (value) url.searchParams.set(name, value)
  const response = await platform.request(url.href, {
    ...(body && { method: 'POST', body }),
    ...(etag && { headers: { 'if-none-match': etag } }),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'error',
    signal,
  })
  const { status, headers } = response
  return {
    status,
    text: await response.text(),
    etag: headers.get('etag'),
    signature: headers.get(POLICY_SIGNATURE_HEADER),
    retryAfterMillis: retryAfterMillis(headers.get('retry-after'), platform.now()),
  }
}

/** Makes the transport to an endpoint. An empty one is asked nothing. */
export const createTransport = (endpoint: string, parts: Parts, count: Count): Transport => {
  let base = endpoint.replace(/\/+$/, '')
  const inFlight = new Map<AbortController, string>()
  return {
    ask: async (question) => {
      if (!base) return undefined
      const controller = new AbortController()
      const stopWaiting = parts.platform.setTimer(() => controller.abort(), PATIENCE_MILLIS)
      inFlight.set(controller, question.path)
      try {
        return await exchange(base, question, parts, controller.signal)
      } catch {
        if (!inFlight.has(controller)) return 'aborted'
        count('request-failed')
        return undefined
      } finally {
        inFlight.delete(controller)
        stopWaiting()
      }
    },
    isOpen: () => base !== '',
    abort: (path) => {
      for (const [controller, to] of inFlight) {
        if (to !== path) continue
        inFlight.delete(controller)
        controller.abort()
      }
    },
    close: () => {
      base = ''
      for (const [controller] of inFlight) controller.abort()
    },
  }
}
