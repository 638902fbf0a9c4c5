import type { Meeting, Settings } from '@candor/practices'
import type { ControlPlane } from './open-control-plane.js'
import type { Setting, SettingChange } from './setting.js'

/** Whom settings are asked for: a client of an organisation, in a meeting of a pool. '' where there is none. */
export interface Place {
  readonly product: string
  readonly org: string
  readonly pool: string
}

/** The part of a decision's context that the service holds. */
export interface InForce {
  readonly settings: Settings
  readonly meeting?: Meeting
}

/** The settings in force, answered from memory. */
export interface SettingsInForce {
  /** Counts up with each change. */
  revision(): number
  inForce(place: Place): InForce
  list(product: string): readonly Setting[]
  /** Makes a change durable, then in force. */
  change(change: SettingChange, nowMillis: number): Promise<void>
  /** Registers a pool: whose it is and the site it is at. */
  registerPool(pool: Pool): Promise<void>
}

/** A pool that hosts meetings. */
export interface Pool {
  readonly fqdn: string
  readonly organisation: string
  readonly site: string
}

const write = async (
  controlPlane: ControlPlane,
  { value, ...key }: SettingChange,
  nowMillis: number,
): Promise<void> => {
  const { product, organisation, control, scope } = key
  if (value === null) {
    const named = controlPlane
      .deleteFrom('settings')
      .where('product', '=', product)
      .where('organisation', '=', organisation)
    await named.where('control', '=', control).where('scope', '=', scope).execute()
    return
  }
  const set = { value_json: JSON.stringify(value), updated_at: nowMillis }
  await controlPlane
    .insertInto('settings')
    .values({ ...key, ...set })
    .onConflict((conflict) =>
      conflict.columns(['product', 'organisation', 'control', 'scope']).doUpdateSet(set),
    )
    .execute()
}

const read = async (controlPlane: ControlPlane): Promise<readonly Setting[]> => {
  const rows = await controlPlane
    .selectFrom('settings')
    .selectAll()
    .orderBy('organisation')
    .orderBy('control')
    .orderBy('scope')
    .execute()
  return rows.map(({ product, organisation, control, scope, value_json }) => ({
    product,
    organisation,
    control,
    scope,
    value: JSON.parse(value_json) === true,
  }))
}

/** The owner of what governs a meeting: the pool's organisation, whose admins set its scopes. */
const byControl = (settings: readonly Setting[]): Settings => {
  const grouped: Record<string, Record<string, boolean>> = {}
  for (const { control, scope, value } of settings) grouped[control] = { ...grouped[control], [scope]: value }
  return grouped
}

/** Opens the settings in force: read once, then kept equal to the control plane at each change. */
export const openSettingsInForce = async (controlPlane: ControlPlane): Promise<SettingsInForce> => {
  let settings = await read(controlPlane)
  let pools = new Map(
    (await controlPlane.selectFrom('pools').selectAll().execute()).map((pool) => [pool.fqdn, pool]),
  )
  let revision = 0
  const ownerOf = (fqdn: string): string =>
    pools.get(fqdn)?.organisation ??
    settings.find(({ scope }) => scope === `service:WebServer:${fqdn}`)?.organisation ??
    ''
  return {
    revision: () => revision,
    list: (product) => settings.filter((setting) => setting.product === product),
    inForce: ({ product, org, pool }) => {
      const owner = pool === '' ? org : ownerOf(pool)
      const isInForce = (setting: Setting): boolean =>
        setting.product === product && setting.organisation === (setting.scope === 'in-band' ? org : owner)
      const site = pools.get(pool)?.site
      const meeting = pool === '' ? undefined : { pool, ...(site !== undefined && { site }) }
      return { settings: byControl(settings.filter(isInForce)), ...(meeting && { meeting }) }
    },
    change: async (change, nowMillis) => {
      await write(controlPlane, change, nowMillis)
      settings = await read(controlPlane)
      revision += 1
    },
    registerPool: async (pool) => {
      await controlPlane
        .insertInto('pools')
        .values(pool)
        .onConflict((conflict) => conflict.column('fqdn').doUpdateSet(pool))
        .execute()
      pools = new Map([...pools, [pool.fqdn, pool]])
      revision += 1
    },
  }
}
