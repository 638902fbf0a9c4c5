import type { Control, Meeting, Practices, Settings } from '@candor/practices'
import type { ControlPlane } from './open-control-plane.js'
import type { Setting, SettingChange } from './setting.js'
import { readSettings, writePool, writeSetting, type KeptSettings, type Pool } from './settings-table.js'

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
  /** Counts up with each change, over restarts too. */
  revision(): number
  inForce(place: Place): InForce
  list(product: string): readonly Setting[]
  /** Makes a change durable, then in force. */
  change(change: SettingChange, nowMillis: number): Promise<void>
  /** Registers a pool: whose it is and the site it is at. */
  registerPool(pool: Pool): Promise<void>
}

/** Whether the pool that hosts a meeting governs a control, and not the organisation of who joins it. */
const isOfMeetings = (control: Control | undefined): boolean =>
  control?.kind === 'boolean' && control.scopes.some((scope) => 'prefix' in scope)

const isScopeOfPool = (control: Control | undefined, scope: string, pool: string): boolean =>
  control?.kind === 'boolean' &&
  control.scopes.some((known) => 'prefix' in known && known.of === 'pool' && scope === known.prefix + pool)

const byControl = (settings: readonly Setting[]): Settings => {
  const grouped: Record<string, Record<string, boolean>> = {}
  for (const { control, scope, value } of settings) grouped[control] = { ...grouped[control], [scope]: value }
  return grouped
}

const select = (practices: Practices, { settings, pools }: KeptSettings, { org, pool }: Place): InForce => {
  const ofProduct = settings.filter(({ product }) => product === practices.product)
  const controlOf = ({ control }: Setting): Control | undefined => practices.controls[control]
  const named = ofProduct.find((setting) => isScopeOfPool(controlOf(setting), setting.scope, pool))
  const host = pools.get(pool)?.organisation ?? named?.organisation ?? ''
  const owner = pool === '' ? org : host
  const inForce = ofProduct.filter(
    (setting) => setting.organisation === (isOfMeetings(controlOf(setting)) ? owner : org),
  )
  const site = pools.get(pool)?.site
  const meeting = pool === '' ? undefined : { pool, ...(site !== undefined && { site }) }
  return { settings: byControl(inForce), ...(meeting && { meeting }) }
}

/** Opens the settings in force: read once, then kept equal to the control plane at each change. */
export const openSettingsInForce = async (
  controlPlane: ControlPlane,
  products: readonly Practices[],
): Promise<SettingsInForce> => {
  let kept = await readSettings(controlPlane)
  const byProduct = new Map(products.map((practices) => [practices.product, practices]))
  return {
    revision: () => kept.revision,
    list: (product) => kept.settings.filter((setting) => setting.product === product),
    inForce: (place) => {
      const practices = byProduct.get(place.product)
      return practices === undefined ? { settings: {} } : select(practices, kept, place)
    },
    change: async (change, nowMillis) => {
      await writeSetting(controlPlane, change, nowMillis)
      kept = await readSettings(controlPlane)
    },
    registerPool: async (pool) => {
      await writePool(controlPlane, pool)
      kept = await readSettings(controlPlane)
    },
  }
}
