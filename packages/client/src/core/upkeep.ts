import { INGEST_PATHS, type DataCategory } from '@candor/practices'

import type { Lanes } from './lanes.js'
import { createReminder } from './reminder.js'
import type { Services } from './services.js'
import type { SessionKeeper } from './sessions.js'
import type { KeyValueStorage } from './storage.js'

/** How often what other instances left is looked for, in milliseconds. */
const ADOPT_MILLIS = 60_000

const KEPT_REPORT = /(\w+)\.(?:growing|waiting)\.(.+)$/

/** Keeps a client in step with the device's storage, which other instances write too. */
export interface Upkeep {
  /** Resolves when what the device keeps was read, also what instances left that have ended. It never rejects. */
  readonly ready: Promise<void>
  /** Drops what grows, waits and was logged, on the whole device. */
  readonly erase: () => Promise<void>
  /** Erases, and makes the device and its users other ones than before. */
  readonly reset: () => Promise<void>
  /** Keeps what was recorded and stops. Resolves when nothing is in flight and all is on the disk. */
  readonly close: () => Promise<void>
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

/** What is shared and decisions depend on, as one text. */
const readFacts = ({ keys, get }: KeyValueStorage): string =>
  keys()
    .filter((key) => /^(?:salt|consent\.|policy\.)/.test(key))
    .toSorted()
    .map((key) => key + get(key))
    .join()

/** Drops what came from before an erasure. */
const sweep = ({ storage, log, count }: Services): void => {
  const erased: Record<string, string[]> = {}
  for (const key of storage.sweep()) {
    const [, category = '', id] = KEPT_REPORT.exec(key) ?? []
    if (!id) continue
    count('erased')
    ;(erased[category] ??= []).push(id)
  }
  for (const [category, ids] of Object.entries(erased)) log?.dropped(category as DataCategory, 'erased', ids)
}

/** Makes what follows the storage: does what an erasure asks of this instance, and tells of what is another than before. */
const createFollower = (services: Services, { all }: Lanes, changed: () => void) => {
  const { storage, transport, identity, whereabouts } = services
  let era = ''
  let facts = ''
  const look = (): void => {
    era = storage.era()
    facts = readFacts(storage.shared)
  }
  return {
    look,
    follow: (): void => {
      const before = { era, facts }
      look()
      if (era !== before.era) {
        for (const { category, lane } of all) {
          lane.cut()
          transport.abort(INGEST_PATHS[category])
        }
        sweep(services)
        // Where the device is another one now, its users are, too.
        const user = whereabouts.user()
        if (user) whereabouts.signIn(identity.user(user.id))
      } else if (facts === before.facts) return
      changed()
    },
  }
}

/** Makes what takes over what instances left that have ended or were killed: now, and again every minute. */
const createAdoption = ({ services, lanes, sessions, changed }: Parts) => {
  const { storage, platform, count } = services
  const run = (): void => lanes.all.forEach(({ schedule }) => schedule.start())
  const adopt = async (): Promise<void> => {
    if (!(await storage.adopt()) || !storage.isOpen()) return
    sweep(services)
    changed()
    run()
    sessions.findLost()
  }
  const again = createReminder(platform, () => {
    sessions.showLife()
    void adopt()
      .catch(() => count('storage-failed'))
      .then(() => storage.isOpen() && again.set(ADOPT_MILLIS))
  })
  return { run, adopt, again }
}

/** Opens the storage and begins. */
export const createUpkeep = (parts: Parts): Upkeep => {
  const { services, lanes, sessions, begin, changed } = parts
  const { run, adopt, again } = createAdoption(parts)
  const { storage, platform, transport, identity, count } = services
  const { look, follow } = createFollower(services, lanes, changed)
  let stops: readonly (() => void)[] = []
  const start = async (): Promise<void> => {
    try {
      const opening = platform.openStorage()
      const device = opening instanceof Promise ? await opening : opening
      storage.open(device)
      look()
      // On Node both happen before this returns: an app that exits at once loses nothing.
      const adopting = adopt()
      stops = [device.onShared(follow), begin(), again.clear]
      again.set(ADOPT_MILLIS)
      await adopting
      run()
    } catch {
      count('storage-failed')
    }
  }
  const erase = async (forget?: () => void): Promise<void> => {
    await adopt()
    forget?.()
    storage.beginEra(platform.randomUuid())
    follow()
    await storage.settled()
  }
  const ready = start()
  return {
    ready,
    erase,
    reset: () => erase(identity.forget),
    close: async () => {
      sessions.end()
      transport.close()
      await ready
      stops.forEach((stop) => stop())
      await Promise.all(lanes.all.map(({ schedule }) => schedule.stop()))
      await storage.close()
    },
  }
}
