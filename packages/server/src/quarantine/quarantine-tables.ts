import type { Database, RootDatabase } from 'lmdb'
import type { GroupRecord, KeptReport, QuarantineTotals } from './quarantine.js'

/** The lists of the quarantine. They lie in the spool's environment, so that a refusal is counted and noted in one transaction. */
export interface QuarantineTables {
  /** By the group's key. */
  readonly groups: Database<GroupRecord, string>
  /** By the group's key and the report's id. */
  readonly kept: Database<KeptReport, string>
  /** By product. */
  readonly totals: Database<QuarantineTotals, string>
}

/** Opens the lists. */
export const openQuarantineTables = (root: RootDatabase): QuarantineTables => ({
  groups: root.openDB<GroupRecord, string>('quarantine-groups', { encoding: 'json' }),
  kept: root.openDB<KeptReport, string>('quarantine-kept', { encoding: 'json' }),
  totals: root.openDB<QuarantineTotals, string>('quarantine-totals', { encoding: 'json' }),
})
