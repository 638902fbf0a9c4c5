import type { WrongTime } from './correct-times.js'
import type { Count } from './diagnostics.js'
import type { Platform } from './platform.js'
import type { KeyValueStorage } from './storage.js'

/** A device's clock that is off by more than this is put right, in milliseconds. */
export const TOLERANCE_MILLIS = 300_000

/** The device's clock, put right by the service's. */
export interface ServiceClock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Takes the time that the service told in an answer; NaN where it told none. */
  readonly heed: (dateMillis: number) => void
}

/** Told before the clock is put right. */
export type OnWrongClock = (wrong: WrongTime) => void

const KEY = 'clock'

/**
 * Makes the clock. How far the device's is off is kept, for all instances. `onWrong` is called at the first answer of a
 * run alone: until then the clock was wrong all the time; later somebody changed it, and nobody can tell when.
 */
export const createServiceClock = (
  { now, clock }: Platform,
  storage: KeyValueStorage,
  count: Count,
  onWrong: OnWrongClock,
): ServiceClock => {
  const startedMillis = now()
  const offMillis = (): number => (clock === 'machine' && Number(storage.get(KEY))) || 0
  let isFirst = true
  return {
    now: () => now() + offMillis(),
    heed: (dateMillis) => {
      if (clock === 'given' || Number.isNaN(dateMillis)) return
      const off = dateMillis - now()
      const byMillis = off - offMillis()
      const wasFirst = isFirst
      isFirst = false
      if (Math.abs(byMillis) <= TOLERANCE_MILLIS) return
      count('clock-corrected')
      const untilMillis = now() + offMillis()
      if (wasFirst) onWrong({ sinceMillis: startedMillis + offMillis(), untilMillis, byMillis })
      storage.set(KEY, String(off))
    },
  }
}
