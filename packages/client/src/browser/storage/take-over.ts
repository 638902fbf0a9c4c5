import type { Run } from './connection.js'
import type { Lease } from './lease.js'
import { OWN, type Memory } from './memory.js'
import { findPages, guard, readEntries } from './requests.js'

/** How long the last writes of a page that has just ended may take to reach the database. */
const LAST_WRITES_MILLIS = 300

/** What entries are taken over with. */
export interface TakeParts {
  readonly run: Run
  readonly memory: Memory
  readonly lease: Lease
  readonly page: () => string
  /** A page's entries were taken over. */
  readonly took: (from: string) => void
}

/** Moves entries of other pages to this one. */
export interface TakeOver {
  /** Takes all that a page left, in one step. Resolves to the keys that came. */
  readonly take: (from: string) => Promise<readonly string[]>
  /** Takes what all pages left that have ended. */
  readonly adopt: () => Promise<readonly string[]>
}

/** Makes the way to take over. */
export const createTakeOver = ({ run, memory, lease, page, took }: TakeParts): TakeOver => {
  const take: TakeOver['take'] = async (from) => {
    const to = page()
    let came: ReadonlyMap<string, string> = new Map()
    const outcome = await run((store) => {
      guard(store, to)
      readEntries(store, from, OWN, (entries) => {
        for (const [name, value] of entries) {
          store.delete(from + name)
          store.put(value, to + name)
          store.put(0, `!${from}`)
        }
        came = entries
      })
    })
    // Under an old name they are taken over once more: see the page that comes back.
    if (outcome !== 'kept' || to !== page()) return []
    for (const [name, value] of came) memory.values.set(name, value)
    if (came.size) took(from)
    return [...came.keys()].map((name) => name.slice(OWN.length))
  }
  return {
    take,
    adopt: async () => {
      const pages = new Set<string>()
      const came: string[] = []
      await run((store) => findPages(store, pages))
      pages.delete(page())
      await Promise.all(
        [...pages].map((from) =>
          lease.ifFree(from, async () => {
            await new Promise((resolve) => setTimeout(resolve, LAST_WRITES_MILLIS))
            came.push(...(await take(from)))
          }),
        ),
      )
      return came
    },
  }
}
