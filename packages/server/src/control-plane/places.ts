import { CandorError } from '@candor/practices'
import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'
import { countUp } from './revisions.js'
import type { Pool } from './settings-table.js'
import { requireRevision } from './stale.js'

/** A site of an organisation, or of the deployment (''). */
export interface Site {
  readonly organisation: string
  readonly name: string
}

/** A site with how many pools are at it. */
export type KnownSite = Site & { readonly pools: number; readonly revision: number }

/** A pool with its revision. */
export type KnownPool = Pool & { readonly revision: number }

const nameOf = (organisation: string, name: string): string =>
  `${organisation === '' ? 'deployment' : organisation} / ${name}`

/** An organisation that is named must be registered; '' is the deployment. Throws CANDOR_NOT_FOUND. */
const requireOrganisation = async (controlPlane: ControlPlane, name: string): Promise<void> => {
  if (name === '') return
  const rows = controlPlane.selectFrom('organisations').select('name').where('name', '=', name)
  if ((await rows.executeTakeFirst()) === undefined)
    throw new CandorError('CANDOR_NOT_FOUND', { organisation: 'register it first' })
}

const poolsAt = async (controlPlane: ControlPlane, { organisation, name }: Site): Promise<number> => {
  const rows = controlPlane
    .selectFrom('pools')
    .where('organisation', '=', organisation)
    .where('site', '=', name)
  const { count } = await rows
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The sites of an organisation, or all. */
export const listSites = async (
  controlPlane: ControlPlane,
  organisation?: string,
): Promise<readonly KnownSite[]> => {
  const all = controlPlane.selectFrom('sites').selectAll().orderBy('organisation').orderBy('name')
  const rows = await (
    organisation === undefined ? all : all.where('organisation', '=', organisation)
  ).execute()
  const found: KnownSite[] = []
  for (const row of rows) found.push({ ...row, pools: await poolsAt(controlPlane, row) })
  return found
}

const addSite = async (
  transaction: ControlPlane,
  site: Site,
  revision: number,
): Promise<'added' | 'there'> => {
  const [made] = await transaction
    .insertInto('sites')
    .values({ ...site, revision })
    .onConflict((conflict) => conflict.columns(['organisation', 'name']).doNothing())
    .returning('name')
    .execute()
  return made === undefined ? 'there' : 'added'
}

/** Adds a site. Throws CANDOR_ALREADY_THERE, or CANDOR_NOT_FOUND where the organisation is not registered. */
export const createSite = (controlPlane: ControlPlane, site: Site, by: ChangedBy): Promise<KnownSite> =>
  change(controlPlane, by, async (transaction) => {
    await requireOrganisation(transaction, site.organisation)
    const revision = await countUp(transaction, 'settings')
    if ((await addSite(transaction, site, revision)) === 'there')
      throw new CandorError('CANDOR_ALREADY_THERE', { site: 'added' })
    const target = nameOf(site.organisation, site.name)
    return { result: { ...site, pools: 0, revision }, fact: { action: 'site.create', target, after: site } }
  })

/** Removes a site. Throws CANDOR_STILL_USED where pools are at it, and CANDOR_NOT_FOUND. */
export const removeSite = (controlPlane: ControlPlane, site: Site, by: ChangedBy): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    if ((await poolsAt(transaction, site)) > 0) throw new CandorError('CANDOR_STILL_USED', { by: 'pools' })
    const [removed] = await transaction
      .deleteFrom('sites')
      .where('organisation', '=', site.organisation)
      .where('name', '=', site.name)
      .execute()
    if (Number(removed?.numDeletedRows ?? 0) === 0)
      throw new CandorError('CANDOR_NOT_FOUND', { site: 'no such site' })
    await countUp(transaction, 'settings')
    const target = nameOf(site.organisation, site.name)
    return { result: undefined, fact: { action: 'site.remove', target, before: site } }
  })

/** The pools of an organisation, or all. */
export const listPools = async (
  controlPlane: ControlPlane,
  organisation?: string,
): Promise<readonly KnownPool[]> => {
  const all = controlPlane.selectFrom('pools').selectAll().orderBy('fqdn')
  return (organisation === undefined ? all : all.where('organisation', '=', organisation)).execute()
}

/** A pool by its host name in lower case; undefined where it is not registered. */
const findPool = (controlPlane: ControlPlane, fqdn: string): Promise<KnownPool | undefined> =>
  controlPlane.selectFrom('pools').selectAll().where('fqdn', '=', fqdn).executeTakeFirst()

/**
 * Registers a pool, or changes whose it is and its site, which is added where it is new. `mayTake` is asked about the pool
 * that is there. Throws Stale where `seen` is not the revision that is there.
 */
export const putPool = (
  controlPlane: ControlPlane,
  pool: Pool,
  by: ChangedBy,
  {
    seen,
    mayTake,
  }: { readonly seen?: number | undefined; readonly mayTake: (found: KnownPool | undefined) => void },
): Promise<KnownPool> =>
  change(controlPlane, by, async (transaction) => {
    const found = await findPool(transaction, pool.fqdn)
    mayTake(found)
    requireRevision(seen, found?.revision ?? 0, found ?? { revision: 0 })
    const revision = await countUp(transaction, 'settings')
    await addSite(transaction, { organisation: pool.organisation, name: pool.site }, revision)
    const row = { ...pool, revision }
    await transaction
      .insertInto('pools')
      .values(row)
      .onConflict((conflict) => conflict.column('fqdn').doUpdateSet(row))
      .execute()
    const before = found === undefined ? null : { organisation: found.organisation, site: found.site }
    const after = { organisation: pool.organisation, site: pool.site }
    return { result: row, fact: { action: 'pool.change', target: pool.fqdn, before, after } }
  })

/** Removes a pool of an organisation. Throws CANDOR_NOT_FOUND. */
export const removePool = (
  controlPlane: ControlPlane,
  { fqdn, organisation }: Omit<Pool, 'site'>,
  by: ChangedBy,
): Promise<void> =>
  change(controlPlane, by, async (transaction) => {
    const found = await findPool(transaction, fqdn)
    if (found?.organisation !== organisation)
      throw new CandorError('CANDOR_NOT_FOUND', { pool: 'no such pool' })
    await transaction.deleteFrom('pools').where('fqdn', '=', fqdn).execute()
    await countUp(transaction, 'settings')
    const before = { organisation, site: found.site }
    return { result: undefined, fact: { action: 'pool.remove', target: fqdn, before } }
  })
