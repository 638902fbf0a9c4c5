import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

import type { Loaded } from '../../api/load.js'
import type { Polled } from '../../api/polled.js'
import { createPoller } from '../../api/poller.js'
import { useAdmin } from './admin-context.js'
import { answerOf, type Reply } from './answer.js'
import type { Api } from './api.js'

/** Milliseconds between two attempts: what another admin changed is seen by then. */
const REFRESH_MILLIS = 15_000

/** For what is asked once: the longest that a timer can wait. */
export const ONCE_MILLIS = 2_147_483_647

/** Asks the API; keep it the same (useCallback) while the question is the same. */
export type Ask<T> = (api: Api, signal: AbortSignal) => Promise<Reply<T>>

/** An answer that is kept fresh. */
export interface Asked<T> {
  readonly polled: Polled<T>
  /** Asks at once, because something was changed. */
  readonly askAgain: () => void
}

const load = async <T>(asked: Promise<Reply<T>>): Promise<Loaded<T>> => {
  const answer = await answerOf(asked)
  return answer.kind === 'done'
    ? { kind: 'loaded', value: answer.value, text: JSON.stringify(answer.value) }
    : answer
}

/** The answer to a question, asked again every 15 s (or `intervalMillis`) while the page is visible. */
export const useAsked = <T>(ask: Ask<T>, intervalMillis: number = REFRESH_MILLIS): Asked<T> => {
  const { api } = useAdmin()
  const [poller] = useState(() =>
    createPoller<T>({
      intervalMillis,
      now: () => Date.now(),
      isVisible: () => document.visibilityState === 'visible',
    }),
  )
  const askAgain = useCallback(() => poller.ask((signal) => load(ask(api, signal))), [poller, api, ask])
  useEffect(() => {
    askAgain()
    document.addEventListener('visibilitychange', poller.refresh)
    return () => document.removeEventListener('visibilitychange', poller.refresh)
  }, [poller, askAgain])
  return { polled: useSyncExternalStore(poller.subscribe, poller.snapshot), askAgain }
}

/** The value of an answer, where there is one. */
export const valueOf = <T>({ polled }: Asked<T>): T | undefined =>
  polled.kind === 'shown' ? polled.value : undefined
