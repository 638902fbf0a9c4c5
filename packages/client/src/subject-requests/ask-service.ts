import { isObject, type DataCategory } from '@candor/practices'

import type { SubjectFault } from './subject-outcome.js'
import type { CandorOfSubject, Subject } from './subjects-of.js'
import type { SubjectSurroundings } from './surroundings.js'

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MILLIS = 30_000

/** An answer's object, or why there is none. */
export type Asked =
  | { readonly kind: 'answered'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failed'; readonly fault: SubjectFault }

/** Asks the service one thing: a GET, or a POST where there is a body. */
export type Ask = (path: string, body?: string) => Promise<Asked>

const failed = (fault: SubjectFault): Asked => ({ kind: 'failed', fault })

const read = async (response: Response): Promise<Asked> => {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return isObject(body) ? { kind: 'answered', body } : failed({ kind: 'unreadable' })
  const code = isObject(body) && typeof body['code'] === 'string' ? body['code'] : undefined
  return failed({ kind: 'declined', status: response.status, code })
}

/** Makes the way to ask: no cookie, no referrer, no cache, no redirect, and text/plain, which needs no preflight. */
export const createAsk = (
  { connection }: Pick<CandorOfSubject, 'connection'>,
  { request }: Pick<SubjectSurroundings, 'request'>,
  signal: AbortSignal | undefined,
): Ask => {
  const base = connection.endpoint.replace(/\/+$/, '')
  return async (path, body) => {
    const patience = AbortSignal.timeout(PATIENCE_MILLIS)
    try {
      const response = await request(`${base}${path}?key=${encodeURIComponent(connection.key)}`, {
        ...(body !== undefined && { method: 'POST', body }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
        signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
      })
      return await read(response)
    } catch {
      return failed({ kind: 'unreachable' })
    }
  }
}

/** The body that asks about a subject of one lane. */
export const toQuestion = (category: DataCategory, subject: Subject): string =>
  JSON.stringify({ v: 1, category, ...subject })
