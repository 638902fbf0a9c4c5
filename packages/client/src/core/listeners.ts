import type { Count } from './diagnostics.js'
import { guard } from './guard.js'

/** Those who want to hear of changes. */
export interface Listeners {
  /** Adds a listener. Returns the way to remove it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Calls all; one that throws is counted and harms nobody. */
  readonly notify: () => void
}

/** Begins without listeners. */
export const createListeners = (count: Count): Listeners => {
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    notify: () => {
      for (const listener of listeners) guard(count, listener, undefined, 'listener-failed')()
    },
  }
}
