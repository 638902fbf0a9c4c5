import type { Loaded } from './load.js'
import { createObservable } from './observable.js'
import { after, awaiting, type Polled } from './polled.js'

/** A question: what is asked again and again until another is asked. */
export type Question<T> = (signal: AbortSignal) => Promise<Loaded<T>>

/** What a poller is given. */
export interface PollerOptions {
  /** Milliseconds between an answer and the next attempt. */
  readonly intervalMillis: number
  readonly now: () => number
  readonly isVisible: () => boolean
}

/** Asks while someone listens and the page is visible; keeps the last answer where a later attempt fails. */
export interface Poller<T> {
  readonly snapshot: () => Polled<T>
  readonly subscribe: (listener: () => void) => () => void
  /** Asks this from now on; what was asked before is aborted, and its answer stays until this one's arrives. */
  readonly ask: (question: Question<T>) => void
  /** Asks at once, unless an attempt is under way. */
  readonly refresh: () => void
}

/** A poller that has not begun: it asks once it has a question and a listener, and ends with the last listener. */
export const createPoller = <T>({ intervalMillis, now, isVisible }: PollerOptions): Poller<T> => {
  const state = createObservable<Polled<T>>({ kind: 'loading' })
  let question: Question<T> | undefined
  let lastText: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: AbortController | undefined

  const stop = (): void => {
    clearTimeout(timer)
    underWay?.abort()
    underWay = undefined
  }
  const attempt = async (asked: Question<T>): Promise<void> => {
    clearTimeout(timer)
    const attempted = new AbortController()
    underWay = attempted
    const loaded = await asked(attempted.signal)
    if (attempted.signal.aborted) return
    underWay = undefined
    const next = after(state.get(), loaded, lastText, now())
    if (loaded.kind === 'loaded') lastText = loaded.text
    timer = setTimeout(refresh, intervalMillis)
    state.set(next)
  }
  const refresh = (): void => {
    const isWanted = state.isObserved() && isVisible()
    if (question !== undefined && underWay === undefined && isWanted) void attempt(question)
  }
  const subscribe = (listener: () => void): (() => void) => {
    const leave = state.subscribe(listener)
    refresh()
    return () => {
      leave()
      if (!state.isObserved()) stop()
    }
  }
  const ask = (next: Question<T>): void => {
    stop()
    if (question !== undefined) state.set(awaiting(state.get()))
    question = next
    lastText = undefined
    refresh()
  }
  return { snapshot: state.get, subscribe, ask, refresh }
}
