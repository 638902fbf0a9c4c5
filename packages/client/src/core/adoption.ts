import type { Erasure } from './erasure.js'
import { createReminder, type Reminder } from './reminder.js'
import type { Services } from './services.js'
import type { SessionKeeper } from './sessions.js'

/** How often what other instances left is looked for, in milliseconds. */
const ADOPT_MILLIS = 60_000

/** Takes over what instances left that have ended or were killed. */
export interface Adoption {
  readonly take: () => Promise<void>
  /** Does that again and again. Returns the way to stop. */
  readonly goOn: () => () => void
}

interface Parts {
  readonly services: Services
  readonly sessions: SessionKeeper
  readonly erasure: Erasure
  /** Something came. */
  readonly came: () => void
}

/** Makes the adoption; `came` is called before anything else can happen to what came. */
export const createAdoption = ({ services, sessions, erasure, came }: Parts): Adoption => {
  const { storage, platform, count } = services
  const take = async (): Promise<void> => {
    const hasCome = await storage.adopt()
    if (!hasCome || !storage.isOpen()) return
    erasure.sweep()
    came()
    sessions.findLost()
  }
  const again = async (): Promise<void> => {
    sessions.showLife()
    await take().catch(() => count('storage-failed'))
    if (storage.isOpen()) reminder.set(ADOPT_MILLIS)
  }
  const reminder: Reminder = createReminder(platform, () => void again())
  return {
    take,
    goOn: () => {
      reminder.set(ADOPT_MILLIS)
      return reminder.clear
    },
  }
}
