import { DATA_CATEGORIES, INGEST_PATHS } from '@candor/practices'

import type { Lanes } from './lanes.js'
import { createReminder } from './reminder.js'
import type { Services } from './services.js'
import type { SessionKeeper } from './sessions.js'
import type { DeviceStorage } from './storage.js'

/** How often what other instances left is looked for, in milliseconds. */
const ADOPT_MILLIS = 60_000

/** Keeps a client in step with the device's storage, which other instances write too. */
export interface Upkeep {
  /** Resolves when what the device keeps was read, also what instances left that have ended. It never rejects. */
  readonly ready: Promise<void>
  /** Drops what grows, waits and was logged, on the whole device. */
  erase(): Promise<void>
  /** Erases, and makes the device and its users other ones than before. */
  reset(): Promise<void>
  /** Keeps what was recorded and stops. Resolves when nothing is in flight and all is on the disk. */
  close(): Promise<void>
}

interface Parts {
  readonly services: Services
  readonly lanes: Lanes
  readonly sessions: SessionKeeper
  /** What is kept can be read: what the app told meanwhile takes effect. Returns the way to stop. */
  readonly begin: () => () => void
  /** What is shared is another. */
  readonly changed: () => void
}

/** Opens the storage and begins. */
export const createUpkeep = ({ services, lanes, sessions, begin, changed }: Parts): Upkeep => {
  const { storage, platform, transport, identity, whereabouts, log, count } = services
  let device: DeviceStorage | undefined
  let era = ''
  let stop = (): void => {}
  const run = (): void => lanes.all.forEach(({ schedule }) => void schedule.run())
  /** What was written before an erasure goes, whoever wrote it. */
  const sweep = (): void => {
    const keys = storage.sweep()
    for (const category of DATA_CATEGORIES) {
      const kept = new RegExp(`^${category}\\.(?:growing|waiting)\\.`)
      const ids = keys.filter((key) => kept.test(key)).map((key) => key.replace(kept, ''))
      for (const _ of ids) count('erased')
      log.dropped(category, 'erased', ids)
    }
  }
  const follow = (): void => {
    if (era !== storage.era()) {
      era = storage.era()
      for (const { lane } of lanes.all) lane.cut()
      for (const category of DATA_CATEGORIES) transport.abort(INGEST_PATHS[category])
      sweep()
      const user = whereabouts.user()
      if (user) whereabouts.signIn(identity.user(user.id))
    }
    changed()
  }
  const adopt = async (): Promise<boolean> => {
    const keys = (await device?.adopt()) ?? []
    if (keys.length === 0 || !storage.isOpen()) return false
    sweep()
    sessions.findLost()
    changed()
    return true
  }
  const reminder = createReminder(platform, () => {
    sessions.showLife()
    void adopt()
      .then((hasCome) => hasCome && run())
      .catch(() => count('storage-failed'))
      .then(() => reminder.set(ADOPT_MILLIS))
  })
  const open = (opened: DeviceStorage): Promise<boolean> => {
    device = opened
    storage.open(opened)
    era = storage.era()
    const stopListening = opened.onShared(follow)
    // On Node both happen before this returns: an app that exits at once loses nothing.
    const adopting = adopt()
    const end = begin()
    stop = () => {
      stopListening()
      end()
    }
    return adopting
  }
  const start = async (): Promise<void> => {
    try {
      const opening = platform.openStorage()
      await open(opening instanceof Promise ? await opening : opening)
      run()
      reminder.set(ADOPT_MILLIS)
    } catch {
      count('storage-failed')
    }
  }
  const ready = start()
  const erase = async (forget = (): void => {}): Promise<void> => {
    await adopt()
    forget()
    storage.beginEra(platform.randomUuid())
    follow()
    await device?.settled()
  }
  return {
    ready,
    erase: () => erase(),
    reset: () => erase(identity.forget),
    close: async () => {
      await ready
      reminder.clear()
      stop()
      await Promise.all(lanes.all.map(({ schedule }) => schedule.stop()))
      storage.close()
      await device?.close()
    },
  }
}
