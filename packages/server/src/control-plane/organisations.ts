import { CandorError } from '@candor/practices'
import { change, type AuditFact, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'
import { countUp } from './revisions.js'
import type { ControlPlaneTables } from './schema.js'
import { requireRevision } from './stale.js'

/** What is known of an organisation beside its registered name. */
export interface OrganisationFacts {
  readonly label: string
  readonly cloud: string
  readonly hosting: 'online' | 'on-premises'
}

/** An organisation with what belongs to it. */
export interface Organisation extends OrganisationFacts {
  /** Its registered name, in lower case. */
  readonly name: string
  readonly sites: number
  readonly pools: number
  readonly settings: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly revision: number
}

type Row = ControlPlaneTables['organisations']

const countOf = async (
  controlPlane: ControlPlane,
  table: 'sites' | 'pools' | 'settings' | 'grants',
  name: string,
): Promise<number> => {
  const { count } = await controlPlane
    .selectFrom(table)
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('organisation', '=', name)
    .executeTakeFirstOrThrow()
  return count
}

const withCounts = async (controlPlane: ControlPlane, row: Row): Promise<Organisation> => {
  const { created_at, ...facts } = row
  return {
    ...facts,
    sites: await countOf(controlPlane, 'sites', row.name),
    pools: await countOf(controlPlane, 'pools', row.name),
    settings: await countOf(controlPlane, 'settings', row.name),
    createdAt: new Date(created_at).toISOString(),
  }
}

const readRow = async (controlPlane: ControlPlane, name: string): Promise<Row> => {
  const rows = controlPlane.selectFrom('organisations').selectAll().where('name', '=', name)
  const row = await rows.executeTakeFirst()
  if (row === undefined) throw new CandorError('CANDOR_NOT_FOUND', { organisation: 'no such organisation' })
  return row
}

const factsOf = ({ label, cloud, hosting }: OrganisationFacts): OrganisationFacts => ({
  label,
  cloud,
  hosting,
})

/** All organisations, by name. */
export const listOrganisations = async (controlPlane: ControlPlane): Promise<readonly Organisation[]> => {
  const rows = await controlPlane.selectFrom('organisations').selectAll().orderBy('name').execute()
  const found: Organisation[] = []
  for (const row of rows) found.push(await withCounts(controlPlane, row))
  return found
}

/** An organisation. Throws CANDOR_NOT_FOUND. */
export const readOrganisation = async (controlPlane: ControlPlane, name: string): Promise<Organisation> =>
  withCounts(controlPlane, await readRow(controlPlane, name))

/** Registers an organisation. Throws CANDOR_ALREADY_THERE. */
export const createOrganisation = (
  controlPlane: ControlPlane,
  name: string,
  facts: OrganisationFacts,
  by: ChangedBy,
): Promise<Organisation> =>
  change(controlPlane, by, async (transaction) => {
    const revision = await countUp(transaction, 'settings')
    const row: Row = { name, ...factsOf(facts), created_at: by.nowMillis, revision }
    const [made] = await transaction
      .insertInto('organisations')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('name')
      .execute()
    if (made === undefined) throw new CandorError('CANDOR_ALREADY_THERE', { organisation: 'registered' })
    const fact: AuditFact = { action: 'organisation.create', target: name, after: factsOf(facts) }
    return { result: await withCounts(transaction, row), fact }
  })

/** Changes an organisation's facts. Throws CANDOR_NOT_FOUND, or Stale where `seen` is not the revision that is there. */
export const changeOrganisation = (
  controlPlane: ControlPlane,
  name: string,
  facts: OrganisationFacts,
  by: ChangedBy,
  seen?: number,
): Promise<Organisation> =>
  change(controlPlane, by, async (transaction) => {
    const found = await readRow(transaction, name)
    requireRevision(seen, found.revision, await withCounts(transaction, found))
    const revision = await countUp(transaction, 'settings')
    const set = { ...factsOf(facts), revision }
    await transaction.updateTable('organisations').set(set).where('name', '=', name).execute()
    return {
      result: await withCounts(transaction, { ...found, ...set }),
      fact: { action: 'organisation.change', target: name, before: factsOf(found), after: factsOf(facts) },
    }
  })

/** Removes an organisation. Throws CANDOR_STILL_USED where sites, pools, settings or admins are left. */
export const removeOrganisation = (controlPlane: ControlPlane, name: string, by: ChangedBy): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const found = await readRow(transaction, name)
    for (const table of ['sites', 'pools', 'settings', 'grants'] as const)
      if ((await countOf(transaction, table, name)) > 0)
        throw new CandorError('CANDOR_STILL_USED', { by: table })
    await transaction.deleteFrom('organisations').where('name', '=', name).execute()
    await countUp(transaction, 'settings')
    return {
      result: undefined,
      fact: { action: 'organisation.remove', target: name, before: factsOf(found) },
    }
  })
