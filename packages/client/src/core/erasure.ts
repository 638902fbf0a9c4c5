import { DATA_CATEGORIES, INGEST_PATHS } from '@candor/practices'

import type { Lanes } from './lanes.js'
import type { Services } from './services.js'
import type { KeyValueStorage } from './storage.js'

/** What makes an erasure hold in every instance. */
export interface Erasure {
  /** What is kept was opened. */
  readonly begin: () => void
  /**
   * Does what an erasure, here or in another instance, asks of this one. Returns whether anything that is shared and that
   * decisions depend on is another than the last time.
   */
  readonly follow: () => boolean
  /** Drops what came from before an erasure. */
  readonly sweep: () => void
}

const KEPT_REPORT = /(\w+)\.(?:growing|waiting)\.(.+)$/

const FACTS = /^(?:salt|consent\.|policy\.)/

const readFacts = ({ keys, get }: KeyValueStorage): string =>
  keys()
    .filter((key) => FACTS.test(key))
    .toSorted()
    .map((key) => [key, get(key)].join())
    .join()

/** Makes erasures from the eras of a device's storage. */
export const createErasure = (
  { storage, transport, identity, whereabouts, log, count }: Services,
  lanes: Lanes,
): Erasure => {
  let era = storage.era()
  let facts = ''
  const sweep = (): void => {
    const reports = storage.sweep().flatMap((key) => [KEPT_REPORT.exec(key) ?? []])
    for (const category of DATA_CATEGORIES) {
      const ids = reports.flatMap(([, of, id]) => (of === category && id ? id : []))
      for (const _ of ids) count('erased')
      log?.dropped(category, 'erased', ids)
    }
  }
  return {
    begin: () => {
      era = storage.era()
      facts = readFacts(storage.shared)
    },
    follow: () => {
      const before = facts
      facts = readFacts(storage.shared)
      if (era === storage.era()) return facts !== before
      era = storage.era()
      for (const { lane } of lanes.all) lane.cut()
      for (const category of DATA_CATEGORIES) transport.abort(INGEST_PATHS[category])
      sweep()
      // Where the device is another one now, its users are, too.
      const user = whereabouts.user()
      if (user) whereabouts.signIn(identity.user(user.id))
      return true
    },
    sweep,
  }
}
