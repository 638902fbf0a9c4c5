import { CandorError } from '@candor/practices'

import { appendBatch, createIdMemories, type Append } from './append-batch.js'
import { conservationOf } from './conservation.js'
import { openCut, releaseCut, shortenCut } from './cuts.js'
import { countReports, purgeAside } from './find-reports.js'
import { forgetIds } from './forget-ids.js'
import { createGroupCommit } from './group-commit.js'
import type { LaneState } from './lane-state.js'
import { readCut } from './read-cut.js'
import type { AppendOutcome, SpoolEntry, Tally } from './spool-entry.js'
import { openSpoolTables } from './spool-tables.js'
import type { Spool, SpoolOptions } from './spool.js'

const DEFAULT_REMEMBER_DAYS = 60

/** Reports a transaction; it bounds how long one occupies the process. */
const MAX_REPORTS_A_COMMIT = 4096

const isNoSpace = (error: unknown): boolean => /ENOSPC|no space|MDB_MAP_FULL|disk quota/i.test(String(error))

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

/** Opens the spool in a folder. */
export const createSpool = (options: SpoolOptions): Spool => {
  const tables = openSpoolTables(options.folder, options.rememberDays ?? DEFAULT_REMEMBER_DAYS)
  const memories = createIdMemories(tables)

  // A child transaction: where a step throws, nothing of it stays.
  const transact = async <T>(run: () => T): Promise<T> => {
    try {
      return await tables.root.childTransaction(run)
    } catch (error) {
      memories.drop()
      throw isNoSpace(error) ? new CandorError('CANDOR_SPOOL_FULL', {}, { cause: error }) : error
    }
  }
  const appends = createGroupCommit<Append, readonly AppendOutcome[]>({
    commit: async (works) => transact(() => appendBatch(tables, memories, works)),
    weigh: ({ entry }) => 1 + entry.reports.length,
    maxWeight: MAX_REPORTS_A_COMMIT,
  })
  const states = (): readonly LaneState[] => [...tables.lanes.getRange()].map(({ value }) => value)

  return {
    append: async (entry, tally) => {
      checkTally(entry, tally)
      return appends.run({ entry, tally })
    },
    waiting: () =>
      states()
        .filter(({ lastPlace, releasedPlace }) => lastPlace > releasedPlace)
        .map(({ lane }) => lane),
    cut: async (lane, maxRows) => transact(() => openCut(tables, lane, maxRows)),
    shorten: async (cut, lastPlace) => transact(() => shortenCut(tables, cut, lastPlace)),
    read: (cut) => readCut(tables, cut),
    release: async (cut, poisoned) => transact(() => releaseCut(tables, cut, poisoned)),
    settled: async () => appends.idle(),
    count: (lane, matches) => countReports(tables, lane, matches),
    purgeAside: async (lane, matches) => transact(() => purgeAside(tables, lane, matches)),
    conservation: (product) =>
      conservationOf(states().filter(({ lane }) => product === undefined || lane.product === product)),
    forget: async (nowMillis) => {
      const forgotten = await transact(() => forgetIds(tables, nowMillis))
      if (forgotten > 0) memories.drop()
      return forgotten
    },
    close: async () => {
      await appends.idle()
      await tables.root.close()
    },
  }
}
