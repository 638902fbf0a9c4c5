import { asBinary } from 'lmdb'
import type { SpoolTables } from './spool-tables.js'
import type { Transactions } from './transactions.js'

/** Pages of one transaction, so that requests wait for it no longer than for another. */
const PAGES_A_STEP = 512

/** Pages of a list that is rewritten. Of all lists only that of remembered ids grows larger. */
const MOST_REWRITTEN = 4096

/** A page's bytes without its head: a value that fills one page, and shares it with nothing. */
const fillerOf = (pageBytes: number): Buffer => Buffer.alloc(pageBytes - 32)

interface PageCounts {
  readonly pageSize: number
  readonly treeBranchPageCount: number
  readonly treeLeafPageCount: number
  readonly overflowPages: number
}

interface FileCounts extends PageCounts {
  readonly lastPageNumber: number
  readonly free: PageCounts
  readonly root: PageCounts
}

/** What scrubbing works with. */
export interface ScrubParts {
  readonly tables: Pick<SpoolTables, 'root' | 'lists' | 'filler'>
  readonly transactions: Pick<Transactions, 'change'>
}

const countsOf = (list: { getStats(): object }): FileCounts => list.getStats() as FileCounts

const pagesOf = ({ treeBranchPageCount, treeLeafPageCount, overflowPages }: PageCounts): number =>
  treeBranchPageCount + treeLeafPageCount + overflowPages

/** Pages that nothing is in; the first two are the file's own. */
const countFree = ({ root, lists }: ScrubParts['tables']): number => {
  const { lastPageNumber, free, root: names } = countsOf(root)
  const used = [free, names, ...lists.map(countsOf)].reduce((sum, counts) => sum + pagesOf(counts), 0)
  return lastPageNumber - 1 - used
}

/** Empties the filler. Its pages are free again, and hold nothing but zeros. */
const empty = async ({ tables: { filler }, transactions }: ScrubParts): Promise<void> => {
  for (;;) {
    const keys = [...filler.getKeys({ limit: PAGES_A_STEP })]
    if (keys.length === 0) return
    await transactions.change(() => {
      for (const key of keys) void filler.remove(key)
    })
  }
}

/**
 * Writes a list anew: the unused part of a page in use may hold what was in memory when it was written, of other lists too.
 * From here on that is zeros.
 */
const rewrite = async (list: SpoolTables['lists'][number], { transactions }: ScrubParts): Promise<void> => {
  const keys = [...list.getKeys()]
  for (let at = 0; at < keys.length; at += PAGES_A_STEP)
    await transactions.change(() => {
      for (const key of keys.slice(at, at + PAGES_A_STEP)) {
        const bytes = list.getBinary(key)
        if (bytes !== undefined) void list.put(key, asBinary(bytes))
      }
    })
}

/**
 * Writes zeros over the file's free pages: the database leaves in them what was deleted until it needs them for something
 * else. The file does not grow by more than one step, and requests go on meanwhile.
 */
export const scrubFreePages = async (parts: ScrubParts): Promise<void> => {
  const { tables, transactions } = parts
  const { root, filler } = tables
  const value = fillerOf(countsOf(root).pageSize)
  const fill = (from: number, pages: number): Promise<void> =>
    transactions.change(() => {
      for (let key = from; key < from + pages; key += 1) void filler.put(key, value)
    })
  await empty(parts)
  // What the last two transactions freed can be written over from the next one on.
  await fill(0, 1)
  await fill(1, 1)
  let written = 2
  for (let left = countFree(tables); left > 0; left -= PAGES_A_STEP) {
    const { lastPageNumber } = countsOf(root)
    await fill(written, Math.min(left, PAGES_A_STEP))
    written += PAGES_A_STEP
    if (countsOf(root).lastPageNumber > lastPageNumber) break
  }
  for (const list of tables.lists) if (pagesOf(countsOf(list)) <= MOST_REWRITTEN) await rewrite(list, parts)
  await empty(parts)
}
