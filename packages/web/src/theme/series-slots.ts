import { SERIES_COLOURS } from './palette.js'

const SLOT_COUNT = SERIES_COLOURS.light.length

/** FNV-1a, 32 bits: a small hash that gives a name the same slot on every page and on every day. */
const hashOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/**
 * A slot (colour and symbol) for each name. A name has the slot of its hash, whatever stands beside it; only where two of
 * the names share one does the later one, in alphabetical order, move to the next that is free.
 */
export const seriesSlots = (names: readonly string[]): ReadonlyMap<string, number> => {
  const slots = new Map<string, number>()
  const taken = new Set<number>()
  for (const name of names.toSorted()) {
    let slot = hashOf(name) % SLOT_COUNT
    for (let tries = 0; taken.has(slot) && tries < SLOT_COUNT; tries += 1) slot = (slot + 1) % SLOT_COUNT
    taken.add(slot)
    slots.set(name, slot)
  }
  return slots
}
