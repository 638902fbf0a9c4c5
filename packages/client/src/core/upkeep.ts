import type { DataCategory } from '@candor/practices'

import type { Client } from './client.js'
import { beginEra, eraOf } from './device.js'
import { userOf } from './identity.js'
import { cut } from './recording.js'
import { planNext } from './schedule.js'
import { isRecord } from './storage.js'

const KEPT_REPORT = /^(\w+)\.(?:growing|waiting)\.(.+)$/

/** What decisions depend on, as one text. */
const readFacts = ({ device }: Client): string =>
  device
    .keys()
    .filter((key) => /^(?:salt|consent\.|policy\.)/.test(key))
    .toSorted()
    .map((key) => key + device.get(key))
    .join()

/** Drops what there is on the whole device, and what `forget` removes, and begins another era. */
export const erase = ({ device, platform, state, count }: Client, forget: () => void): void => {
  const erased: Record<string, string[]> = {}
  const name = platform.randomUuid()
  for (const key of device.keys()) {
    const [, category = '', id] = KEPT_REPORT.exec(key) ?? []
    if (!id) continue
    count('erased')
    ;(erased[category] ??= []).push(id)
  }
  device.change(() => {
    for (const key of device.keys()) if (isRecord(key)) device.remove(key)
    forget()
    beginEra(device, name)
  })
  for (const [category, ids] of Object.entries(erased))
    state.log?.dropped(category as DataCategory, 'erased', ids)
}

/**
 * Follows the device's storage, which other instances write too: does what an erasure asks of this instance, and tells of
 * what is another than before. Returns what looks again.
 */
export const createFollow = (client: Client): (() => void) => {
  const { device, state, lanes, changed } = client
  let era = eraOf(device)
  let facts = readFacts(client)
  return () => {
    const before = { era, facts }
    era = eraOf(device)
    facts = readFacts(client)
    if (era !== before.era) {
      lanes.forEach(cut)
      // Where the device is another one now, its users are, too.
      state.user &&= userOf(client, state.user.id)
    }
    if (era !== before.era || facts !== before.facts) changed()
    // What another instance left is sent by any.
    lanes.forEach(planNext)
  }
}
