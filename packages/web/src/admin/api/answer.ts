import { problemOf, type Problem } from '../../api/problem.js'

/** What a request gives: its value, or why there is none. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** What the typed client resolves to. */
export interface Reply<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** The answer in a reply. Never rejects: what goes wrong is part of what it gives. */
export const answerOf = async <T>(asked: Promise<Reply<T>>): Promise<Answer<T>> => {
  try {
    const { data, error, response } = await asked
    return response.ok
      ? { kind: 'done', value: data as T }
      : { kind: 'failed', problem: problemOf(response.status, error) }
  } catch {
    return { kind: 'failed', problem: { kind: 'unreachable' } }
  }
}
