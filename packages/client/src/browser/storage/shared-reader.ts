import type { Run } from './connection.js'
import { SHARED, type Memory } from './memory.js'
import { readEntries } from './requests.js'

/** What the shared entries are read with. */
export interface ReaderParts {
  readonly run: Run
  readonly memory: Memory
  /** How often something changed in memory. */
  readonly changes: () => number
  /** Another page had changed something. */
  readonly changed: () => void
}

/** Makes what takes the shared entries from the database: the last write there wins. */
export const createSharedReader = ({ run, memory, changes, changed }: ReaderParts): (() => Promise<void>) => {
  const { values, dirty } = memory
  const merge = (entries: ReadonlyMap<string, string>): void => {
    let isChanged = false
    for (const name of new Set([...values.keys(), ...entries.keys()])) {
      const value = entries.get(name)
      if (!name.startsWith(SHARED) || dirty.has(name) || values.get(name) === value) continue
      isChanged = true
      if (value === undefined) values.delete(name)
      else values.set(name, value)
    }
    if (isChanged) changed()
  }
  const read = async (): Promise<void> => {
    const before = changes()
    let entries: ReadonlyMap<string, string> | undefined
    await run((store) =>
      readEntries(store, '', SHARED, (found) => {
        entries = found
      }),
    )
    // What was written meanwhile is newer than what was read.
    if (before !== changes()) await read()
    else if (entries) merge(entries)
  }
  return read
}
