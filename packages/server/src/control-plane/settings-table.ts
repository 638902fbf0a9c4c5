import { change, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'
import { countUp } from './revisions.js'
import type { Setting, SettingChange } from './setting.js'
import { requireRevision } from './stale.js'

/** A pool that hosts meetings. */
export interface Pool {
  readonly fqdn: string
  /** The organisation whose admins set its scopes; '' for the deployment. */
  readonly organisation: string
  readonly site: string
}

/** A setting with when and by whom it was changed last. */
export interface KeptSetting extends Setting {
  /** Counts up with each change of any setting, so that one that comes back has a higher one. */
  readonly revision: number
  readonly changedMillis: number
  /** null: from before that was noted. */
  readonly changedBy: string | null
}

/** What is in the control plane of settings, as of a revision. */
export interface KeptSettings {
  /** Counts up with each change, over restarts too. */
  readonly revision: number
  readonly settings: readonly KeptSetting[]
  readonly pools: ReadonlyMap<string, Pool & { readonly revision: number }>
}

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
    controlPlane.selectFrom('pools').selectAll().orderBy('fqdn').execute(),
    controlPlane.selectFrom('revisions').select('value').where('name', '=', 'settings').executeTakeFirst(),
  ])
  const settings = rows.map(({ value_json, updated_at, changed_by, ...key }) => ({
    ...key,
    value: JSON.parse(value_json) === true,
    changedMillis: updated_at,
    changedBy: changed_by,
  }))
  return {
    revision: revision?.value ?? 0,
    settings,
    pools: new Map(pools.map((pool) => [pool.fqdn, pool])),
  }
}

type Target = Omit<SettingChange, 'value'>

const readSetting = async (controlPlane: ControlPlane, target: Target) => {
  const { product, organisation, control, scope } = target
  const row = await controlPlane
    .selectFrom('settings')
    .selectAll()
    .where('product', '=', product)
    .where('organisation', '=', organisation)
    .where('control', '=', control)
    .where('scope', '=', scope)
    .executeTakeFirst()
  return row === undefined
    ? { value: null, revision: 0 }
    : {
        value: JSON.parse(row.value_json) === true,
        revision: row.revision,
        changedAt: new Date(row.updated_at).toISOString(),
        changedBy: row.changed_by,
      }
}

const putSetting = async (
  transaction: ControlPlane,
  { value, ...key }: SettingChange,
  { actor, nowMillis }: ChangedBy,
  revision: number,
): Promise<void> => {
  const { product, organisation, control, scope } = key
  if (value === null) {
    const rows = transaction
      .deleteFrom('settings')
      .where('product', '=', product)
      .where('organisation', '=', organisation)
    await rows.where('control', '=', control).where('scope', '=', scope).execute()
    return
  }
  const set = { value_json: JSON.stringify(value), updated_at: nowMillis, changed_by: actor.name, revision }
  await transaction
    .insertInto('settings')
    .values({ ...key, ...set })
    .onConflict((conflict) =>
      conflict.columns(['product', 'organisation', 'control', 'scope']).doUpdateSet(set),
    )
    .execute()
}

/**
 * Writes a change of a setting, with its entry of the audit log, and answers the revision it has now (0: it was removed).
 * Throws Stale where `seen` is not the revision that is there.
 */
export const writeSetting = (
  controlPlane: ControlPlane,
  changed: SettingChange,
  by: ChangedBy,
  seen?: number,
): Promise<number> =>
  change(controlPlane, by, async (transaction) => {
    const { value, product, organisation, control, scope } = changed
    const found = await readSetting(transaction, changed)
    requireRevision(seen, found.revision, found)
    const revision = await countUp(transaction, 'settings')
    await putSetting(transaction, changed, by, revision)
    const target = [product, organisation === '' ? 'deployment' : organisation, control, scope].join(' / ')
    return {
      result: value === null ? 0 : revision,
      fact: { action: 'setting.change', target, before: found.value, after: value },
    }
  })
