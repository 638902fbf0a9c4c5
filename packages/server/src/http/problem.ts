import type { ServerResponse } from 'node:http'
import { ERRORS, type ErrorCode, type ErrorFacts, type Language } from '@candor/practices'

/** A problem document (RFC 9457) with Candor's code and the way out. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly remedy: string
  readonly detail?: string
}

/** The media type of problem documents. */
const PROBLEM_TYPE = 'application/problem+json'

/** Seconds after which a client is asked to try again, for 429 and 503 that say nothing else. */
const RETRY_AFTER_SECONDS = 30

/** The problem document of a code, with facts for its reader (never a secret, a raw identifier or a value). */
export const problemOf = (code: ErrorCode, facts: ErrorFacts = {}, language: Language = 'en'): Problem => {
  const { status, title, remedy } = ERRORS[code]
  const detail = Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`)
  return {
    type: `urn:candor:error:${code}`,
    title: title[language],
    status,
    code,
    remedy: remedy[language],
    ...(detail.length > 0 && { detail: detail.join('; ') }),
  }
}

/** The headers that go with a problem's status. Default to try again, where one is asked to: after 30 seconds. */
export const problemHeaders = (
  { status }: Problem,
  retryAfterSeconds: number = RETRY_AFTER_SECONDS,
): Readonly<Record<string, string>> => ({
  'content-type': PROBLEM_TYPE,
  'cache-control': 'no-store',
  ...((status === 429 || status === 503) && { 'retry-after': String(retryAfterSeconds) }),
})

/** Answers a request with a problem document. */
export const answerProblem = (
  response: ServerResponse,
  problem: Problem,
  retryAfterSeconds?: number,
): void => {
  response.writeHead(problem.status, problemHeaders(problem, retryAfterSeconds)).end(JSON.stringify(problem))
}
