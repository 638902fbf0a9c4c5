import type { Platform } from './platform.js'

/** One timer at a time. */
export interface Reminder {
  /** Reminds after some milliseconds, unless it is already set. */
  readonly set: (delayMillis: number) => void
  readonly clear: () => void
}

/** The longest delay that every platform's timers know. */
const LONGEST_MILLIS = 2 ** 31 - 1

/** Makes a reminder of something to do. */
export const createReminder = ({ setTimer }: Platform, run: () => void): Reminder => {
  let stop: (() => void) | undefined
  return {
    set: (delayMillis) => {
      stop ??= setTimer(
        () => {
          stop = undefined
          run()
        },
        Math.min(Math.max(delayMillis, 0), LONGEST_MILLIS),
      )
    },
    clear: () => {
      stop?.()
      stop = undefined
    },
  }
}
