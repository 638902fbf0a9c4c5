/** A seeded source of chance: the same name gives the same draws. */
export interface Chance {
  /** From 0 up to 1, without 1. */
  unit(): number
  /** A whole number between two, both included. */
  between(least: number, most: number): number
  /** Whether something of that probability (0 to 1) happens. */
  happens(probability: number): boolean
  /** One of a list, which must hold something. */
  pick<T>(list: readonly T[]): T
  /** One of a list by weight, which must hold something. */
  pickByWeight<T extends { readonly weight: number }>(list: readonly T[]): T
}

/** FNV-1a (32 bits) of the name's UTF-16 code units. */
const hashOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A Weyl sequence, each step of it mixed by the finaliser of MurmurHash3 (32 bits). */
const createUnit = (name: string): (() => number) => {
  let state = hashOf(name)
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

const certain = <T>(found: T | undefined): T => {
  if (found === undefined) throw new RangeError('nothing can be picked from an empty list')
  return found
}

/** A source of chance of its own for every name, so that one draw more in one place changes nothing in another. */
export const createChance = (name: string): Chance => {
  const unit = createUnit(name)
  return {
    unit,
    between: (least, most) => least + Math.floor(unit() * (most - least + 1)),
    happens: (probability) => unit() < probability,
    pick: (list) => certain(list[Math.floor(unit() * list.length)]),
    pickByWeight: (list) => {
      let left = unit() * list.reduce((sum, { weight }) => sum + weight, 0)
      const found = list.find(({ weight }) => (left -= weight) < 0)
      return certain(found ?? list.at(-1))
    },
  }
}
