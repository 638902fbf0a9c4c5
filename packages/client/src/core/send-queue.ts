import { createQuietTime } from './quiet-time.js'
import type { Send } from './sender.js'
import type { Services } from './services.js'

/** Sends a lane one time after the other, and not while the service asked to be left alone. */
export interface SendQueue {
  /** Sends when the one before has ended. Asked for several times meanwhile, it sends once. */
  send(): Promise<void>
  /** Forgets that the service asked to be left alone. */
  hurry(): void
  /** Milliseconds that the service is still left alone; undefined where it is not. */
  quietMillis(): number | undefined
  /** Resolves when nothing is being sent. */
  settled(): Promise<void>
}

/** Begins with nothing to send. `onSent` is called after each time. */
export const createSendQueue = (
  intervalMillis: number,
  send: Send,
  { platform, count }: Services,
  onSent: () => void,
): SendQueue => {
  const { now, random } = platform
  const quietAfter = createQuietTime(intervalMillis, random)
  let quietUntilMillis: number | undefined
  let sending = Promise.resolve()
  let next: Promise<void> | undefined
  const quietMillis = (): number | undefined => quietUntilMillis && quietUntilMillis - now()
  const sendNext = async (): Promise<void> => {
    await sending
    next = undefined
    if ((quietMillis() ?? 0) <= 0) {
      const quiet = quietAfter(await send())
      quietUntilMillis = quiet > 0 ? now() + quiet : undefined
    }
    onSent()
  }
  return {
    send: () => {
      next ??= sendNext()
      sending = next.catch(() => count('send-failed'))
      return sending
    },
    hurry: () => {
      quietUntilMillis = undefined
    },
    quietMillis,
    settled: () => sending,
  }
}
