import { byteLength } from '../core/byte-length.js'
import { parseJson } from '../core/parse-json.js'
import type { Platform } from '../core/platform.js'
import type { KeyValueStorage } from '../core/storage.js'

const MAX_ENTRIES = 50
/** Bytes of a log's entries in UTF-8; the newest is kept whatever its size. */
const MAX_BYTES = 262_144

/** A short list of what happened, kept over restarts. */
export interface KeptLog<Entry> {
  readonly add: (entry: Entry) => void
  /** The oldest first. */
  readonly read: () => readonly Entry[]
  /** Keeps each entry as it is changed; the same one stays as it is kept. */
  readonly change: (to: (entry: Entry) => Entry) => void
}

/**
 * Keeps the last 50 entries of a name, or fewer where they are large: a key an entry, named by its time. What is kept there
 * and is no such entry is not read.
 */
export const createKeptLog = <Entry>(
  name: string,
  isEntry: (value: unknown) => value is Entry,
  { get, set, remove, keys }: KeyValueStorage,
  { now, randomUuid }: Pick<Platform, 'now' | 'randomUuid'>,
): KeptLog<Entry> => {
  let added = 0
  const names = (): readonly string[] =>
    keys()
      .filter((key) => key.startsWith(`${name}.`))
      .toSorted()
  const read = (key: string): Entry | undefined => {
    const value = parseJson(get(key))
    return isEntry(value) ? value : undefined
  }
  return {
    add: (entry) => {
      added += 1
      const time = [now(), added].map((part) => String(part).padStart(15, '0')).join('.')
      set(`${name}.${time}.${randomUuid()}`, JSON.stringify(entry))
      let room = MAX_BYTES
      for (const [at, key] of names().toReversed().entries()) {
        room -= byteLength(get(key) ?? '')
        if (at > 0 && (at >= MAX_ENTRIES || room < 0)) remove(key)
      }
    },
    change: (to) => {
      for (const key of names()) {
        const entry = read(key)
        const next = entry && to(entry)
        if (next !== entry) set(key, JSON.stringify(next))
      }
    },
    read: () => names().flatMap((key) => read(key) ?? []),
  }
}
