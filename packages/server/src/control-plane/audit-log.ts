import { createHash } from 'node:crypto'
import { canonicalJson } from '@candor/practices'
import type { AUDITED_ACTIONS } from '../api/contract/audit-routes.js'
import type { ControlPlane } from './open-control-plane.js'
import { countUp } from './revisions.js'

/** What is recorded of. */
export type AuditedAction = (typeof AUDITED_ACTIONS)[number]

/** Who did something. */
export interface Actor {
  readonly kind: 'account' | 'token' | 'command-line' | 'service' | 'nobody'
  /** Of the account or the token. */
  readonly id: string | null
  readonly name: string
}

/** Who changes something, from where and when. */
export interface ChangedBy {
  readonly actor: Actor
  /** The actor's own address; null where there is none. */
  readonly address: string | null
  /** Milliseconds since 1970. */
  readonly nowMillis: number
}

/** What happened. No part of it may name a subject of reports. */
export interface AuditFact {
  readonly action: AuditedAction
  readonly target: string
  /** JSON, as everything else: null where there was nothing. */
  readonly before?: unknown
  readonly after?: unknown
}

/** An entry of the audit log. */
export interface AuditEntry {
  readonly sequence: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly action: AuditedAction
  readonly actor: Actor
  readonly address: string | null
  readonly target: string
  readonly before: unknown
  readonly after: unknown
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}

/** The hash that the first entry holds as the one before. */
export const NO_HASH = '0'.repeat(64)

/** SHA-256 over the canonical JSON of everything in an entry but its own hash, as hexadecimal. */
export const hashOfEntry = ({ hash: _hash, ...entry }: AuditEntry): string =>
  createHash('sha256').update(canonicalJson(entry)).digest('hex')

const valueOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown

type Row = Awaited<ReturnType<typeof readEntryRows>>[number]

const readEntryRows = (controlPlane: ControlPlane) =>
  controlPlane.selectFrom('audit_log').selectAll().execute()

/** An entry as its row has it. */
export const entryOf = (row: Row): AuditEntry => ({
  sequence: row.sequence,
  at: new Date(row.at).toISOString(),
  action: row.action as AuditedAction,
  actor: JSON.parse(row.actor_json) as Actor,
  address: row.address,
  target: row.target,
  before: JSON.parse(row.before_json) as unknown,
  after: JSON.parse(row.after_json) as unknown,
  previous: row.previous,
  hash: row.hash,
})

/** Appends an entry within the transaction of the change that it is about; other writers wait until that ends. */
const record = async (
  transaction: ControlPlane,
  { actor, address, nowMillis }: ChangedBy,
  { action, target, before, after }: AuditFact,
): Promise<void> => {
  const sequence = await countUp(transaction, 'audit')
  const last = await transaction
    .selectFrom('audit_log')
    .select('hash')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const bare = {
    sequence,
    at: new Date(nowMillis).toISOString(),
    action,
    actor,
    address,
    target,
    before: valueOf(before),
    after: valueOf(after),
    previous: last?.hash ?? NO_HASH,
  }
  const hash = hashOfEntry({ ...bare, hash: '' })
  const row = {
    sequence,
    at: Math.trunc(nowMillis),
    action,
    actor_json: JSON.stringify(actor),
    address,
    target,
    before_json: JSON.stringify(bare.before),
    after_json: JSON.stringify(bare.after),
    previous: bare.previous,
    hash,
  }
  await transaction.insertInto('audit_log').values(row).execute()
}

/**
 * Runs a change whose entry is written in the same transaction: both are there, or neither. Audited changes happen one
 * after the other, also those of other processes.
 */
export const change = <T>(
  controlPlane: ControlPlane,
  by: ChangedBy,
  work: (transaction: ControlPlane) => Promise<{ readonly result: T; readonly fact: AuditFact }>,
): Promise<T> =>
  controlPlane.transaction().execute(async (transaction) => {
    // Taken first, so that what the change reads is what the change before it left.
    await transaction
      .insertInto('revisions')
      .values({ name: 'audit', value: 0 })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((row) => ({ value: row.ref('revisions.value') })),
      )
      .execute()
    const { result, fact } = await work(transaction)
    await record(transaction, by, fact)
    return result
  })
