import type { EventEmitter } from 'node:events'

import { quietly, type Stop } from '../stops.js'

type Listener = (...values: unknown[]) => void

/** The process, by events whose names are not known beforehand. */
const emitter: EventEmitter = process

const listeners = new Map<string, { readonly runs: Set<Listener>; readonly runAll: Listener }>()

const begin = (event: string) => {
  const runs = new Set<Listener>()
  const runAll = (...values: unknown[]): void => {
    for (const run of runs) quietly(() => run(...values))
  }
  const listened = { runs, runAll }
  listeners.set(event, listened)
  // First, so that what is recorded here is there when the client keeps what it has, which it also does on `exit`.
  emitter.prependListener(event, runAll)
  return listened
}

/**
 * Listens to an event of the process, before others do and without throwing into it. All clients share one listener, since a
 * process with many of them would be warned of a leak. Returns the way to stop.
 */
export const onProcess = (event: string, run: Listener): Stop => {
  const { runs, runAll } = listeners.get(event) ?? begin(event)
  const listener: Listener = (...values) => run(...values)
  runs.add(listener)
  return () => {
    runs.delete(listener)
    if (runs.size > 0 || listeners.get(event)?.runs !== runs) return
    listeners.delete(event)
    emitter.off(event, runAll)
  }
}

/** How many listeners of an event are not those of this client. */
export const countForeign = (event: string): number =>
  emitter.listenerCount(event) - (listeners.has(event) ? 1 : 0)
