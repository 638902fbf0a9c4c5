import type { ControlPlane } from './open-control-plane.js'
import type { Setting, SettingChange } from './setting.js'

/** A pool that hosts meetings. */
export interface Pool {
  readonly fqdn: string
  /** The organisation whose admins set its scopes. */
  readonly organisation: string
  readonly site: string
}

/** What is in the control plane of settings, as of a revision. */
export interface KeptSettings {
  /** Counts up with each change, over restarts too. */
  readonly revision: number
  readonly settings: readonly Setting[]
  readonly pools: ReadonlyMap<string, Pool>
}

const REVISION = 'settings'

/** Reads all settings and pools. */
export const readSettings = async (controlPlane: ControlPlane): Promise<KeptSettings> => {
  const [rows, pools, revision] = await Promise.all([
    controlPlane
      .selectFrom('settings')
      .selectAll()
      .orderBy('organisation')
      .orderBy('control')
      .orderBy('scope')
      .execute(),
    controlPlane.selectFrom('pools').selectAll().execute(),
    controlPlane.selectFrom('revisions').select('value').where('name', '=', REVISION).executeTakeFirst(),
  ])
  const settings = rows.map(({ value_json, updated_at: _at, ...key }) => ({
    ...key,
    value: JSON.parse(value_json) === true,
  }))
  return {
    revision: revision?.value ?? 0,
    settings,
    pools: new Map(pools.map((pool) => [pool.fqdn, pool])),
  }
}

const countUp = (controlPlane: ControlPlane): Promise<unknown> =>
  controlPlane
    .insertInto('revisions')
    .values({ name: REVISION, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ value: row('revisions.value', '+', 1) })),
    )
    .execute()

/** Writes a change of a setting, and counts the revision up with it. */
export const writeSetting = (
  controlPlane: ControlPlane,
  { value, ...key }: SettingChange,
  nowMillis: number,
): Promise<void> =>
  controlPlane.transaction().execute(async (transaction) => {
    const { product, organisation, control, scope } = key
    await countUp(transaction)
    if (value === null) {
      const ofOrganisation = transaction
        .deleteFrom('settings')
        .where('product', '=', product)
        .where('organisation', '=', organisation)
      await ofOrganisation.where('control', '=', control).where('scope', '=', scope).execute()
      return
    }
    const set = { value_json: JSON.stringify(value), updated_at: nowMillis }
    await transaction
      .insertInto('settings')
      .values({ ...key, ...set })
      .onConflict((conflict) =>
        conflict.columns(['product', 'organisation', 'control', 'scope']).doUpdateSet(set),
      )
      .execute()
  })

/** Registers a pool, or changes it, and counts the revision up with it. */
export const writePool = (controlPlane: ControlPlane, pool: Pool): Promise<void> =>
  controlPlane.transaction().execute(async (transaction) => {
    await countUp(transaction)
    await transaction
      .insertInto('pools')
      .values(pool)
      .onConflict((conflict) => conflict.column('fqdn').doUpdateSet(pool))
      .execute()
  })
