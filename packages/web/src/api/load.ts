import { problemOf, type Problem } from './problem.js'
import type { Shape } from './shape.js'

/** What a request gives. `text` is the body as it came, so that an unchanged answer can be told from a new one. */
export type Loaded<T> =
  | { readonly kind: 'loaded'; readonly value: T; readonly text: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** The part of fetch that is used here. */
export type Fetch = (path: string, init: { readonly signal: AbortSignal }) => Promise<Response>

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const read = <T>(shape: Shape<T>, text: string): Loaded<T> => {
  try {
    return { kind: 'loaded', value: shape(parseJson(text), 'answer'), text }
  } catch (error) {
    return {
      kind: 'failed',
      problem: { kind: 'unreadable', fault: error instanceof Error ? error.message : '' },
    }
  }
}

/** Asks the service's API. Never rejects: what goes wrong is part of what it gives. */
export const load = async <T>(
  fetch: Fetch,
  path: string,
  shape: Shape<T>,
  signal: AbortSignal,
): Promise<Loaded<T>> => {
  try {
    const response = await fetch(path, { signal })
    const text = await response.text()
    return response.ok
      ? read(shape, text)
      : { kind: 'failed', problem: problemOf(response.status, parseJson(text)) }
  } catch {
    return { kind: 'failed', problem: { kind: 'unreachable' } }
  }
}
