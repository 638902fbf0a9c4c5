import { DATA_CATEGORIES, INGEST_PATHS } from '@candor/practices'

import type { Lanes } from './lanes.js'
import type { Services } from './services.js'

/** What makes an erasure hold in every instance. */
export interface Erasure {
  /** What is kept was opened. */
  readonly begin: () => void
  /** Does what an erasure, here or in another instance, asks of this one. */
  readonly follow: () => void
  /** Drops what came from before an erasure. */
  readonly sweep: () => void
}

const KEPT_REPORT = /(\w+)\.(?:growing|waiting)\.(.+)$/

/** Makes erasures from the eras of a device's storage. */
export const createErasure = (
  { storage, transport, identity, whereabouts, log, count }: Services,
  lanes: Lanes,
): Erasure => {
  let era = storage.era()
  const sweep = (): void => {
    const reports = storage.sweep().flatMap((key) => [KEPT_REPORT.exec(key) ?? []])
    for (const category of DATA_CATEGORIES) {
      const ids = reports.flatMap(([, of, id]) => (of === category && id ? id : []))
      for (const _ of ids) count('erased')
      log.dropped(category, 'erased', ids)
    }
  }
  return {
    begin: () => {
      era = storage.era()
    },
    follow: () => {
      if (era === storage.era()) return
      era = storage.era()
      for (const { lane } of lanes.all) lane.cut()
      for (const category of DATA_CATEGORIES) transport.abort(INGEST_PATHS[category])
      sweep()
      // Where the device is another one now, its users are, too.
      const user = whereabouts.user()
      if (user) whereabouts.signIn(identity.user(user.id))
    },
    sweep,
  }
}
