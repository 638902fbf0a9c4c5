import type { KeyValueStorage } from '../core/storage.js'

/** Ids of one key, and keys of one lane: together the 10 000 ids that are kept. */
const MAX_IDS = 100
const MAX_KEYS = 100

/** The ids of a lane's reports that the service has, so that a person can ask for them. */
export interface Acknowledged {
  add(ids: readonly string[]): void
  /** The oldest first. */
  read(): readonly string[]
}

/** Keeps the ids under a name in keys of a hundred, the oldest of which are dropped. */
export const createAcknowledged = (
  name: string,
  { get, set, remove, keys }: KeyValueStorage,
  now: () => number,
): Acknowledged => {
  const names = (): readonly string[] =>
    keys()
      .filter((key) => key.startsWith(`${name}.`))
      .toSorted()
  const idsOf = (key: string): readonly string[] => get(key)?.split(' ') ?? []
  let last = ''
  return {
    add: (ids) => {
      for (let at = 0; at < ids.length;) {
        const kept = idsOf(last)
        const before = kept.length < MAX_IDS ? kept : []
        if (before.length === 0) last = `${name}.${String(now()).padStart(15, '0')}.${ids[at]}`
        const next = ids.slice(at, at + MAX_IDS - before.length)
        set(last, [...before, ...next].join(' '))
        at += next.length
      }
      for (const key of names().slice(0, -MAX_KEYS)) remove(key)
    },
    read: () => names().flatMap(idsOf),
  }
}
