import { setTimeout as wait } from 'node:timers/promises'

/** How long the last words of a process may take: a second. */
const LAST_WORDS_MILLIS = 1000

/**
 * Ends this process at once, as a power cut does, after its last words were said, or after a second. Leaving in an orderly
 * way (`process.exit`) could wait for ever for a transaction of the spool that waits for this thread; what is acknowledged
 * is on disk, and the rest is sent again by the devices.
 */
export const endAtOnce = async (sayLastWords: () => Promise<unknown>): Promise<void> => {
  const said = async (): Promise<void> => {
    try {
      await sayLastWords()
    } catch {
      // Nothing hears it, and the process ends all the same.
    }
  }
  await Promise.race([said(), wait(LAST_WORDS_MILLIS)])
  process.kill(process.pid, 'SIGKILL')
}

/** Ends this process where something is thrown that nobody takes: in what state it left is not known. `tell` says it first, in one line. */
export const endOnFault = (tell: (error: unknown) => Promise<unknown>): void => {
  let isEnding = false
  const end = (error: unknown): void => {
    if (isEnding) return
    isEnding = true
    void endAtOnce(async () => tell(error))
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
