import type { Control, Meeting, Practices, Settings } from '@candor/practices'
import type { ControlPlane } from './open-control-plane.js'
import type { Setting, SettingChange } from './setting.js'
import { readSettings, writePool, writeSetting, type KeptSettings, type Pool } from './settings-table.js'

/** Whom settings are asked for: a client of an organisation, in a meeting of a pool; names in any case. '' where there is none. */
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
  /** Reads what another process changed. */
  reload(): Promise<void>
  /** Registers a pool: whose it is and the site it is at. */
  registerPool(pool: Pool): Promise<void>
}

/** Whether the pool that hosts a meeting governs a control, and not the organisation of who joins it. */
const isOfMeetings = (control: Control | undefined): boolean =>
  control?.kind === 'boolean' && control.scopes.some((scope) => 'prefix' in scope)

const isScopeOfPool = (control: Control | undefined, scope: string, pool: string): boolean =>
  control?.kind === 'boolean' &&
  control.scopes.some((known) => 'prefix' in known && known.of === 'pool' && scope === known.prefix + pool)

/** Of two settings at one scope: the strictest where the control asks for that, else the organization's over the deployment's. */
const winnerOf = (control: Control | undefined, deployment: boolean | undefined, own: boolean): boolean => {
  if (control?.kind !== 'boolean' || control.resolution !== 'strictest') return own
  return deployment === !control.collectsWhen ? deployment : own
}

const byControl = (practices: Practices, settings: readonly Setting[]): Settings => {
  const grouped: Record<string, Record<string, boolean>> = {}
  const deploymentFirst = settings.toSorted((a, b) => a.organisation.length - b.organisation.length)
  for (const { control, scope, value } of deploymentFirst) {
    const scopes = grouped[control] ?? {}
    grouped[control] = { ...scopes, [scope]: winnerOf(practices.controls[control], scopes[scope], value) }
  }
  return grouped
}

/** The deployment's own settings count for everybody; beside them those of the organization, or of who hosts the meeting. */
const select = (practices: Practices, { settings, pools }: KeptSettings, { org, pool }: Place): InForce => {
  const ofProduct = settings.filter(({ product }) => product === practices.product)
  const controlOf = ({ control }: Setting): Control | undefined => practices.controls[control]
  const named = ofProduct.find((setting) => isScopeOfPool(controlOf(setting), setting.scope, pool))
  const host = pools.get(pool)?.organisation ?? named?.organisation ?? ''
  const owner = pool === '' ? org : host
  const isInForce = (setting: Setting): boolean =>
    setting.organisation === '' || setting.organisation === (isOfMeetings(controlOf(setting)) ? owner : org)
  const site = pools.get(pool)?.site
  const meeting = pool === '' ? undefined : { pool, ...(site !== undefined && { site }) }
  return { settings: byControl(practices, ofProduct.filter(isInForce)), ...(meeting && { meeting }) }
}

/** Opens the settings in force: read once, then kept equal to the control plane at each change. The products may change meanwhile. */
export const openSettingsInForce = async (
  controlPlane: ControlPlane,
  products: readonly Practices[],
): Promise<SettingsInForce> => {
  let kept = await readSettings(controlPlane)
  return {
    revision: () => kept.revision,
    list: (product) => kept.settings.filter((setting) => setting.product === product),
    inForce: (place) => {
      const practices = products.find(({ product }) => product === place.product)
      const { org, pool } = place
      const asked = { ...place, org: org.toLowerCase(), pool: pool.toLowerCase() }
      return practices === undefined ? { settings: {} } : select(practices, kept, asked)
    },
    reload: async () => {
      kept = await readSettings(controlPlane)
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
