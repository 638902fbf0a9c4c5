import type { Stop } from '../stops.js'

/** What is collected from: the browser's own objects, as far as there are any. */
export interface Page {
  readonly window: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  readonly document: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & {
    readonly visibilityState: string
    /** Not shown yet, and perhaps never. */
    readonly prerendering?: boolean
  }
  readonly navigator: Navigator
  readonly screen: Pick<Screen, 'width' | 'height'> | undefined
  readonly performance: Performance
  readonly console: Console
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs something when the page has time for it. Returns the way to stop that. */
  readonly whenIdle: (run: () => void) => Stop
}

const IDLE_TIMEOUT_MILLIS = 2000

const whenIdle = (run: () => void): Stop => {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: IDLE_TIMEOUT_MILLIS })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(run, 0)
  return () => clearTimeout(timer)
}

/** The page that this runs in. */
export const createPage = (): Page => ({
  window,
  document,
  navigator,
  screen: typeof screen === 'undefined' ? undefined : screen,
  performance,
  console,
  now: () => Date.now(),
  whenIdle,
})
