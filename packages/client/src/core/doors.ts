import type { Client } from './client.js'
import { guard, type Door } from './guard.js'

/** Whether the doors were closed; the app, which should know, is counted. */
export const isLate = ({ state, count }: Client): boolean => {
  const isClosed = state.doors === 'closed'
  if (isClosed) count('after-close')
  return isClosed
}

/** What the app does at once: after closing it is counted and nothing more. */
export const use = <A extends readonly unknown[], R>(
  client: Client,
  run: Door<A, R>,
  otherwise: R,
): Door<A, R> => guard(client.count, (...given) => (isLate(client) ? otherwise : run(...given)), otherwise)
