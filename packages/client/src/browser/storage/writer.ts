import type { Connection, Outcome, Run } from './connection.js'
import type { Entries, Unwritten } from './entries.js'

/** Writes of others that a page may have missed and still notices. */
const REMEMBERED = 1000

/** Reads and writes a page's entries. */
export interface Writer {
  /** Takes what the database holds. Resolves also where it cannot be read. */
  readonly read: () => Promise<void>
  /** Begins to write what changed, at once or after the write before. Resolves when it is on the disk, or refused. */
  readonly write: () => Promise<void>
  /**
   * Each write is begun at once from now on: the page is being left. One that is under way is given up and goes with the next:
   * the browser drops what waits for another when the page is gone.
   */
  readonly hurry: () => void
  /** The page came back: what is known may be out of date, and is read before anything is written. */
  readonly doubt: () => Promise<void>
}

/** Reads the number after that of the last write, and the entries. */
const readAll = (store: IDBObjectStore, found: (next: number, entries: [string, string][]) => void): void => {
  const names = store.getAllKeys() as IDBRequest<(number | string)[]>
  const values = store.getAll() as IDBRequest<string[]>
  values.onsuccess = () => {
    const numbers = names.result.filter((name) => typeof name === 'number')
    const entries = names.result.flatMap((name, at): [string, string][] =>
      typeof name === 'string' ? [[name, values.result[at] ?? '']] : [],
    )
    found((numbers.at(-1) ?? 0) + 1, entries)
  }
}

/**
 * Writes what is not written yet under a number. `last`: the page is being left and can make nothing again, so its entries stand
 * whatever another page wrote meanwhile, which finds its next number taken and reads them.
 */
const putAll = (
  store: IDBObjectStore,
  number: number,
  { keys }: Unwritten,
  { storage: { get } }: Entries,
  kind: 'usual' | 'last',
): void => {
  if (kind === 'usual') store.add(0, number)
  else for (const taken of [number, number + 1]) store.put(0, taken)
  store.delete(number - REMEMBERED)
  for (const key of keys) {
    const value = get(key)
    if (value === undefined) store.delete(key)
    else store.put(value, key)
  }
  if (kind === 'last') store.transaction.commit()
}

/** Where a page's writes stand. */
interface Position {
  /** The number of the next write; missing where that has to be read first. */
  next?: number
  /** What it could be where it has to be read, and there is no time to; missing where nothing was ever read. */
  likely?: number
  /** The write that began last, while it is under way. */
  last?: { readonly number: number; readonly unwritten: Unwritten }
}

/** Writes what is not written yet; undefined where nothing is, or the number is not known. */
const writeNext = async (
  position: Position,
  run: Run,
  entries: Entries,
  kind: 'usual' | 'last',
): Promise<Outcome | undefined> => {
  const number = position.next ?? (kind === 'last' ? position.likely : undefined)
  if (number === undefined || entries.news().size === 0) return undefined
  position.next = number + (kind === 'last' ? 2 : 1)
  position.likely = position.next
  const mine = { number, unwritten: entries.take() }
  position.last = mine
  const outcome = await run((store) => putAll(store, number, mine.unwritten, entries, kind))
  if (outcome === 'given-up') return outcome
  // What a later write went on from cannot be told any more.
  const isLast = position.last === mine
  if (isLast) delete position.last
  if (outcome === 'kept') return outcome
  if (isLast) entries.giveBack(mine.unwritten)
  delete position.next
  return outcome
}

/** Runs a step after the one before, or at once where there is a hurry. */
const createTurn = (isHurried: () => boolean) => {
  let underWay: Promise<void> | undefined
  return (step: () => Promise<void>): Promise<void> => {
    const mine = (underWay && !isHurried() ? underWay.then(step) : step()).finally(() => {
      if (underWay === mine) underWay = undefined
    })
    underWay = mine
    return mine
  }
}

/**
 * Makes the writer. Each write takes the next number in the database, besides its entries, and all of it fails where that
 * number is taken: then another page was faster, and the changes are made again on what that page wrote. Nothing is read
 * before a write, so that one in `pagehide` is kept.
 */
export const createWriter = (
  { run, giveUp }: Pick<Connection, 'run' | 'giveUp'>,
  entries: Entries,
  kept: () => void,
  changed: () => void,
): Writer => {
  const position: Position = {}
  let isHurried = false
  const inTurn = createTurn(() => isHurried)
  const readOnce = async (): Promise<void> => {
    await run((store) =>
      readAll(store, (number, found) => {
        position.next = number
        position.likely = number
        entries.rebase(found)
      }),
    )
    changed()
  }
  const writeOnce = async (): Promise<void> => {
    const isTooLate = isHurried && position.likely !== undefined
    if (position.next === undefined && !isTooLate) await readOnce()
    const outcome = await writeNext(position, run, entries, isHurried ? 'last' : 'usual')
    if (outcome === 'kept') kept()
    if (outcome === 'taken') await writeOnce()
  }
  const read = (): Promise<void> => inTurn(readOnce)
  return {
    read,
    write: () => inTurn(writeOnce),
    hurry: () => {
      isHurried = true
      const { last } = position
      const isGivenUp = giveUp()
      if (!last) return
      // Where it could not be given up, it is written once more: nobody is here to hear that it failed.
      entries.giveBack(last.unwritten)
      if (isGivenUp) position.next = last.number
      delete position.last
    },
    doubt: () => {
      isHurried = false
      delete position.next
      return read()
    },
  }
}
