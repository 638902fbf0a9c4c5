import { useEffect, useState, useSyncExternalStore } from 'react'

import { load } from './load.js'
import type { Polled } from './polled.js'
import { createPoller } from './poller.js'
import type { Shape } from './shape.js'

/** Milliseconds between two attempts at the same figures. */
const REFRESH_MILLIS = 5000

/**
 * The answer to a path of the API, asked again every 5 s while the page is visible. When the path changes, the
 * last answer stays until the new one is there.
 */
export const usePolled = <T>(path: string, shape: Shape<T>): Polled<T> => usePolledAnswer(path, shape).polled

/** The same, and how to ask at once, where something was changed here. */
export const usePolledAnswer = <T>(
  path: string,
  shape: Shape<T>,
): { readonly polled: Polled<T>; readonly askAgain: () => void } => {
  const [poller] = useState(() =>
    createPoller<T>({
      intervalMillis: REFRESH_MILLIS,
      now: () => Date.now(),
      isVisible: () => document.visibilityState === 'visible',
    }),
  )
  useEffect(() => {
    poller.ask((signal) => load((address, init) => fetch(address, init), path, shape, signal))
  }, [poller, path, shape])
  useEffect(() => {
    document.addEventListener('visibilitychange', poller.refresh)
    return () => document.removeEventListener('visibilitychange', poller.refresh)
  }, [poller])
  const polled = useSyncExternalStore(poller.subscribe, poller.snapshot)
  return { polled, askAgain: poller.refresh }
}
