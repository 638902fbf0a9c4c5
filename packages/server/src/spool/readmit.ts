import { removeKept } from '../quarantine/kept-reports.js'
import { groupKey } from '../quarantine/quarantine.js'
import { openDrafts, type IdMemories } from './append-batch.js'
import type { AppendOutcome, SpoolEntry } from './spool-entry.js'
import type { SpoolTables } from './spool-tables.js'
import type { KeptPlace } from './spool.js'

/** A report of the quarantine that admission has let through at last. */
export interface Readmission {
  readonly place: KeptPlace
  /** Holds this report alone. */
  readonly entry: SpoolEntry
}

/**
 * Moves a report from refused to pending, within a transaction: received = stored + refused + duplicate + pending stays as it
 * is. One whose id is known by now was sent again meanwhile, and counts already: what was refused then stays refused.
 */
export const readmit = (
  tables: SpoolTables,
  memories: IdMemories,
  { place, entry }: Readmission,
): AppendOutcome | 'gone' => {
  const { group } = place
  if (!removeKept(tables.quarantine, groupKey(group), place.report)) return 'gone'
  const drafts = openDrafts(tables, memories)
  const outcome = drafts.of(entry).readmit(entry, group.code)
  drafts.write()
  return outcome
}
