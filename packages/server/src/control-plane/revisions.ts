import type { ControlPlane } from './open-control-plane.js'

/**
 * What counts up. Collectors look at these numbers to see what changed; audit counts the entries of the audit log, and
 * its row is what holds writers back until the one before has ended.
 */
export const REVISIONS = [
  'settings',
  'keys',
  'lane-stops',
  'practices',
  'tombstones',
  'people',
  'audit',
] as const

/** What counts up. */
export type RevisionName = (typeof REVISIONS)[number]

/** Counts up within a transaction, which others then wait for; answers the new number. */
export const countUp = async (transaction: ControlPlane, name: RevisionName): Promise<number> => {
  const { value } = await transaction
    .insertInto('revisions')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ value: row('revisions.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

/** The numbers as they are. */
export const readRevisions = async (controlPlane: ControlPlane): Promise<ReadonlyMap<string, number>> => {
  const rows = await controlPlane.selectFrom('revisions').selectAll().execute()
  return new Map(rows.map(({ name, value }) => [name, value]))
}
