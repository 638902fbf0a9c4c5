import type { DataCategory } from '@candor/practices'

import type { QuietTime } from './quiet-time.js'
import type { Sender } from './sender.js'
import type { Services } from './services.js'

/** Sends a lane one time after the other, and not while the service stopped it. */
export interface SendQueue {
  /** Sends when the one before has ended. Asked for several times meanwhile, it sends once. */
  readonly send: () => Promise<void>
  /** Makes a request before it returns, unless one is under way. */
  sendAtExit(): void
  /** Resolves when nothing is being sent. */
  settled(): Promise<void>
}

/** Begins with nothing to send. `onSent` is called after each time. */
export const createSendQueue = (
  category: DataCategory,
  sender: Sender,
  quiet: QuietTime,
  { transport, turns, storage, count }: Services,
  onSent: () => void,
): SendQueue => {
  let sending = Promise.resolve()
  let next: Promise<void> | undefined
  let state: 'idle' | 'busy' = 'idle'
  const run = async (start: Sender['sendAtExit']): Promise<void> => {
    state = 'busy'
    try {
      const verdict = await start()
      if (verdict && verdict.kind !== 'too-large') quiet.after(verdict)
    } catch {
      count('send-failed')
    }
    state = 'idle'
    onSent()
  }
  const sendNext = async (): Promise<void> => {
    await sending
    next = undefined
    // Another instance may be sending the same reports.
    const send = () =>
      run(() => {
        if (quiet.isStopped() || !transport.isOpen() || !sender.hasWaiting()) return undefined
        quiet.begin()
        turns.take(category)
        return sender.send()
      })
    await storage.lock(`send.${category}`, send, 'wait')
  }
  return {
    send: () => {
      next ??= sendNext()
      sending = next
      return sending
    },
    sendAtExit: () => {
      if (state === 'idle' && !next) sending = run(sender.sendAtExit)
    },
    settled: () => sending,
  }
}
