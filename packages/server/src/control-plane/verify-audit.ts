import { entryOf, hashOfEntry, NO_HASH, type AuditEntry } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'

/** The newest entry's place and hash; sequence 0 where there is none. */
export interface AuditHead {
  readonly sequence: number
  readonly hash: string
  readonly at: string | null
}

/** A head that was published before. */
export type PublishedHead = Pick<AuditHead, 'sequence' | 'hash'>

/** What the chain is found to be. */
export type AuditVerdict =
  | { readonly kind: 'intact'; readonly entries: number; readonly head: AuditHead }
  | {
      readonly kind: 'broken'
      /** The entry at which it shows. */
      readonly sequence: number
      /** truncated: entries up to a published head are missing at the end. other-head: the chain is whole, and another one. */
      readonly fault: 'altered' | 'missing' | 'reordered' | 'truncated' | 'other-head'
    }

type Fault = Extract<AuditVerdict, { readonly kind: 'broken' }>

const PAGE = 1000

const NOTHING: AuditHead = { sequence: 0, hash: NO_HASH, at: null }

/** Reads the entries in their order, a page at a time. */
async function* readEntries(controlPlane: ControlPlane): AsyncGenerator<AuditEntry> {
  let after = -1
  for (;;) {
    const rows = await controlPlane
      .selectFrom('audit_log')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(PAGE)
      .execute()
    yield* rows.map(entryOf)
    if (rows.length < PAGE) return
    after = rows.at(-1)?.sequence ?? after
  }
}

const broken = (sequence: number, fault: Fault['fault']): Fault => ({ kind: 'broken', sequence, fault })

const faultOf = (entry: AuditEntry, before: AuditHead): Fault | undefined => {
  const expected = before.sequence + 1
  if (entry.sequence !== expected) return broken(expected, 'missing')
  // An entry that follows another one than it says stood elsewhere.
  if (entry.previous !== before.hash) return broken(entry.sequence, 'reordered')
  return hashOfEntry(entry) === entry.hash ? undefined : broken(entry.sequence, 'altered')
}

/** How many entries were ever appended, as the counter beside the log says. */
const readCount = async (controlPlane: ControlPlane): Promise<number> => {
  const rows = controlPlane.selectFrom('revisions').select('value').where('name', '=', 'audit')
  return (await rows.executeTakeFirst())?.value ?? 0
}

/**
 * Follows the chain from its beginning. Whoever can write the database could make a new chain: only a head that was
 * published before, and kept elsewhere, shows that.
 */
export const verifyAudit = async (
  controlPlane: ControlPlane,
  published?: PublishedHead,
): Promise<AuditVerdict> => {
  const counted = await readCount(controlPlane)
  let head = NOTHING
  for await (const entry of readEntries(controlPlane)) {
    const fault = faultOf(entry, head)
    if (fault !== undefined) return fault
    head = { sequence: entry.sequence, hash: entry.hash, at: entry.at }
    if (published?.sequence === entry.sequence && published.hash !== entry.hash)
      return broken(entry.sequence, 'other-head')
  }
  const least = Math.max(counted, published?.sequence ?? 0)
  if (head.sequence < least) return broken(head.sequence + 1, 'truncated')
  return { kind: 'intact', entries: head.sequence, head }
}

/** The head as it is. */
export const readAuditHead = async (controlPlane: ControlPlane): Promise<AuditHead> => {
  const newest = controlPlane.selectFrom('audit_log').selectAll().orderBy('sequence', 'desc').limit(1)
  const row = await newest.executeTakeFirst()
  return row === undefined ? NOTHING : { sequence: row.sequence, hash: row.hash, at: entryOf(row).at }
}
