import { CandorError } from '@candor/practices'

import { clearGroups, groupsOf, keptIn, purgeKept, removeKept } from '../quarantine/kept-reports.js'
import { totalsOf } from '../quarantine/keep-notes.js'
import { groupKey } from '../quarantine/quarantine.js'
import { appendBatch, createIdMemories, type Append, type IdMemories } from './append-batch.js'
import { conservationOf } from './conservation.js'
import { openCut, releaseCut, shortenCut } from './cuts.js'
import { countReports, purgeAside } from './find-reports.js'
import { createRoomLook, readDiskRoom } from './disk-room.js'
import { forgetIds } from './forget-ids.js'
import { createGroupCommit } from './group-commit.js'
import type { LaneState } from './lane-state.js'
import { readmit } from './readmit.js'
import { scrubFreePages } from './scrub-free-pages.js'
import { readCut } from './read-cut.js'
import type { AppendOutcome, SpoolEntry, Tally } from './spool-entry.js'
import { openSpoolTables, type SpoolTables } from './spool-tables.js'
import type { QuarantineShelf, Spool, SpoolOptions } from './spool.js'
import { createTransactions, type Transactions } from './transactions.js'

const DEFAULT_REMEMBER_DAYS = 60

/** Reports a transaction; it bounds how long one occupies the process. */
const MAX_REPORTS_A_COMMIT = 4096

/** Where the epochs of pseudonyms are noted. */
const EPOCHS = 'epochs'

const steadyMillis = (): number => performance.now()

const checkTally = (entry: SpoolEntry, tally: Tally): void => {
  const refused = Object.values(tally.refused).reduce((sum, count) => sum + count, 0)
  if (tally.received === entry.reports.length + refused) return
  throw new CandorError('CANDOR_INTERNAL', {
    fault: 'the tally does not add up',
    received: tally.received,
    reports: entry.reports.length,
    refused,
  })
}

const openTransactions = (
  { folder, readRoom = () => readDiskRoom(folder), now = Date.now, steadyNow = steadyMillis }: SpoolOptions,
  tables: SpoolTables,
  memories: IdMemories,
): Transactions => {
  const hasRoom = createRoomLook(readRoom, steadyNow)
  return createTransactions({ tables, hasRoom, now, steadyNow, onFailed: () => memories.drop() })
}

const createShelf = (
  tables: SpoolTables,
  memories: IdMemories,
  transactions: Transactions,
): QuarantineShelf => ({
  groups: (product) => groupsOf(tables.quarantine, product),
  totals: (product) => totalsOf(tables.quarantine, product),
  kept: (group) => keptIn(tables.quarantine, groupKey(group)),
  readmit: async (place, entry) => transactions.add(() => readmit(tables, memories, { place, entry })),
  discard: async ({ group, report }) =>
    transactions.change(() => void removeKept(tables.quarantine, groupKey(group), report)),
  purge: async (product, matches) =>
    transactions.change(() => purgeKept(tables.quarantine, product, matches)),
  clear: async (product, matches) =>
    transactions.change(() => clearGroups(tables.quarantine, product, matches)),
})

/** Opens the spool in a folder. */
export const createSpool = (options: SpoolOptions): Spool => {
  const tables = openSpoolTables(options.folder, options.rememberDays ?? DEFAULT_REMEMBER_DAYS)
  const memories = createIdMemories(tables)
  const transactions = openTransactions(options, tables, memories)
  const appends = createGroupCommit<Append, readonly AppendOutcome[]>({
    commit: async (works) => transactions.add(() => appendBatch(tables, memories, works)),
    weigh: ({ entry, notes }) => 1 + entry.reports.length + notes.length,
    maxWeight: MAX_REPORTS_A_COMMIT,
  })
  const states = (): readonly LaneState[] => [...tables.lanes.getRange()].map(({ value }) => value)

  return {
    append: async (entry, tally, notes = []) => {
      checkTally(entry, tally)
      return appends.run({ entry, tally, notes })
    },
    quarantine: createShelf(tables, memories, transactions),
    waiting: () =>
      states()
        .filter(({ lastPlace, releasedPlace }) => lastPlace > releasedPlace)
        .map(({ lane }) => lane),
    storedLanes: () =>
      states()
        .filter(({ stored }) => stored > 0)
        .map(({ lane }) => lane),
    cut: async (lane, maxRows) => transactions.change(() => openCut(tables, lane, maxRows)),
    shorten: async (cut, lastPlace) => transactions.change(() => shortenCut(tables, cut, lastPlace)),
    read: (cut) => readCut(tables, cut),
    settled: async () => appends.idle(),
    count: (lane, matches) => countReports(tables, lane, matches),
    purgeAside: async (lane, matches) => transactions.change(() => purgeAside(tables, lane, matches)),
    release: async (cut, poisoned) => transactions.change(() => releaseCut(tables, cut, poisoned)),
    epochs: () => tables.epochs.get(EPOCHS) ?? [],
    noteEpochs: async (epochs) => transactions.change(() => void tables.epochs.put(EPOCHS, epochs)),
    conservation: (product) =>
      conservationOf(states().filter(({ lane }) => product === undefined || lane.product === product)),
    setAside: () => tables.aside.getKeysCount(),
    health: () => transactions.health(),
    forget: async (nowMillis) => {
      const forgotten = await transactions.change(() => forgetIds(tables, nowMillis))
      if (forgotten > 0) memories.drop()
      return forgotten
    },
    scrub: async () => scrubFreePages({ tables, transactions }),
    copy: async (folder) => tables.root.backup(folder, true),
    close: async () => {
      await appends.idle()
      await tables.root.close()
    },
  }
}
