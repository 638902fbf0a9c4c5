import type { DataCategory } from '@candor/practices'

import type { Lanes } from './lanes.js'
import type { Services } from './services.js'
import { isRecord, type KeyValueStorage } from './storage.js'

const KEPT_REPORT = /^(\w+)\.(?:growing|waiting)\.(.+)$/

/** Keeps a client in step with the device's storage, which other instances write too. */
export interface Upkeep {
  /** Resolves when what the device keeps was read. It never rejects. */
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
  /** What is kept can be read: what the app told meanwhile takes effect. Returns the way to stop. */
  readonly begin: () => () => void
  /** What decisions depend on is another. */
  readonly changed: () => void
}

/** What decisions depend on, as one text. */
const readFacts = ({ keys, get }: KeyValueStorage): string =>
  keys()
    .filter((key) => /^(?:salt|consent\.|policy\.)/.test(key))
    .toSorted()
    .map((key) => key + get(key))
    .join()

/** Drops what there is, and begins another era. */
const sweep = ({ storage, platform, log, count }: Services, forget: () => void): void => {
  const erased: Record<string, string[]> = {}
  const name = platform.randomUuid()
  for (const key of storage.keys()) {
    const [, category = '', id] = KEPT_REPORT.exec(key) ?? []
    if (!id) continue
    count('erased')
    ;(erased[category] ??= []).push(id)
  }
  storage.change(() => {
    for (const key of storage.keys()) if (isRecord(key)) storage.remove(key)
    forget()
    storage.beginEra(name)
  })
  for (const [category, ids] of Object.entries(erased)) log?.dropped(category as DataCategory, 'erased', ids)
}

/** Makes what follows the storage: does what an erasure asks of this instance, and tells of what is another than before. */
const createFollower = (services: Services, { all }: Lanes, changed: () => void) => {
  const { storage, identity, whereabouts } = services
  let era = ''
  let facts = ''
  const look = (): void => {
    era = storage.era()
    facts = readFacts(storage)
  }
  return {
    look,
    follow: (): void => {
      const before = { era, facts }
      look()
      if (era !== before.era) {
        for (const { lane } of all) lane.cut()
        // Where the device is another one now, its users are, too.
        const user = whereabouts.user()
        if (user) whereabouts.signIn(identity.user(user.id))
      }
      if (era !== before.era || facts !== before.facts) changed()
      // What another instance left is sent by any.
      for (const { schedule } of all) schedule.plan()
    },
  }
}

/** Opens the storage and begins. */
export const createUpkeep = ({ services, lanes, begin, changed }: Parts): Upkeep => {
  const { storage, platform, transport, identity, count } = services
  const { look, follow } = createFollower(services, lanes, changed)
  let stops: readonly (() => void)[] = []
  const start = async (): Promise<void> => {
    try {
      const opening = platform.openStorage()
      // On Node all of it happens before this returns: an app that exits at once loses nothing.
      storage.open(opening instanceof Promise ? await opening : opening)
      look()
      stops = [storage.onChange(follow), begin()]
      for (const { schedule } of lanes.all) schedule.start()
    } catch {
      count('storage-failed')
    }
  }
  const erase = async (forget = (): void => {}): Promise<void> => {
    sweep(services, forget)
    follow()
    await storage.settled()
  }
  const ready = start()
  return {
    ready,
    erase,
    reset: () => erase(identity.forget),
    close: async () => {
      transport.close()
      await ready
      stops.forEach((stop) => stop())
      await Promise.all(lanes.all.map(({ schedule }) => schedule.stop()))
      await storage.close()
    },
  }
}
