import type { Run } from './connection.js'
import { SHARED, type Memory } from './memory.js'
import { readEntries } from './requests.js'

/** What the shared entries are read with. */
export interface ReaderParts {
  readonly run: Run
  readonly memory: Memory
  /** How often something changed in memory. */
  readonly changes: () => number
  /** Called when they are in memory. */
  readonly notify: () => void
}

/** Makes what takes the shared entries from the database: the last write there wins. */
export const createSharedReader = ({ run, memory, changes, notify }: ReaderParts): (() => Promise<void>) => {
  const { values, dirty } = memory
  const read = async (): Promise<void> => {
    const before = changes()
    let entries: ReadonlyMap<string, string> | undefined
    await run((store) =>
      readEntries(store, '', SHARED, (found) => {
        entries = found
      }),
    )
    // What was written meanwhile is newer than what was read.
    if (before !== changes()) return read()
    if (!entries) return
    for (const name of values.keys()) if (name.startsWith(SHARED) && !dirty.has(name)) values.delete(name)
    for (const [name, value] of entries) if (!dirty.has(name)) values.set(name, value)
    notify()
  }
  return read
}
