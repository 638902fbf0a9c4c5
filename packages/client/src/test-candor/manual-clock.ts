import type { Platform } from '../core/platform.js'

/** A clock whose time passes when a test says so, and its timers. */
export interface ManualClock extends Pick<Platform, 'now' | 'setTimer'> {
  /** Lets time pass, and runs the timers that are due, in their order. */
  readonly pass: (millis: number) => void
}

/** Begins at a time, in milliseconds since 1970. */
export const createManualClock = (startMillis: number): ManualClock => {
  const timers = new Map<object, { readonly atMillis: number; readonly run: () => void }>()
  let nowMillis = startMillis
  const nextBefore = (endMillis: number) =>
    [...timers]
      .filter(([, { atMillis }]) => atMillis <= endMillis)
      .toSorted(([, a], [, b]) => a.atMillis - b.atMillis)[0]
  return {
    now: () => nowMillis,
    setTimer: (run, delayMillis) => {
      const timer = {}
      timers.set(timer, { atMillis: nowMillis + delayMillis, run })
      return () => timers.delete(timer)
    },
    pass: (millis) => {
      const endMillis = nowMillis + millis
      for (let next = nextBefore(endMillis); next !== undefined; next = nextBefore(endMillis)) {
        const [timer, { atMillis, run }] = next
        timers.delete(timer)
        nowMillis = Math.max(nowMillis, atMillis)
        run()
      }
      nowMillis = endMillis
    },
  }
}
