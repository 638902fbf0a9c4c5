import { createAdoption } from './adoption.js'
import { createErasure } from './erasure.js'
import type { Lanes } from './lanes.js'
import type { Services } from './services.js'
import type { SessionKeeper } from './sessions.js'

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

/** Opens the storage and begins. */
export const createUpkeep = ({ services, lanes, sessions, begin, changed }: Parts): Upkeep => {
  const { storage, platform, transport, identity, count } = services
  const run = (): void => lanes.all.forEach(({ schedule }) => schedule.start())
  let stops: readonly (() => void)[] = []
  const erasure = createErasure(services, lanes)
  const follow = (): void => {
    if (erasure.follow()) changed()
  }
  const came = (): void => {
    changed()
    run()
  }
  const adoption = createAdoption({ services, sessions, erasure, came })
  const start = async (): Promise<void> => {
    try {
      const opening = platform.openStorage()
      const device = opening instanceof Promise ? await opening : opening
      storage.open(device)
      erasure.begin()
      // On Node both happen before this returns: an app that exits at once loses nothing.
      const taking = adoption.take()
      stops = [device.onShared(follow), begin(), adoption.goOn()]
      await taking
      run()
    } catch {
      count('storage-failed')
    }
  }
  const erase = async (forget?: () => void): Promise<void> => {
    await adoption.take()
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
