import type { Control, Meeting, Practices, Settings } from '@candor/practices'
import type { ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'
import type { Setting, SettingChange } from './setting.js'
import {
  readSettings,
  writeSetting,
  type KeptSetting,
  type KeptSettings,
  type Pool,
} from './settings-table.js'

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
  /** What would be in force after a change that is not made. */
  inForceAfter(place: Place, change: SettingChange): InForce
  list(product: string): readonly KeptSetting[]
  /** The pool of a host name in lower case. */
  pool(fqdn: string): Pool | undefined
  /**
   * Makes a change durable, with its entry of the audit log, then in force; answers its revision, 0 where it was removed.
   * Throws Stale where `seen` is not the revision that is there.
   */
  change(change: SettingChange, by: ChangedBy, seen?: number): Promise<number>
  /** Reads what was changed elsewhere. */
  readonly reload: () => Promise<void>
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
const select = (
  practices: Practices,
  settings: readonly Setting[],
  pools: KeptSettings['pools'],
  { org, pool }: Place,
): InForce => {
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

const lower = (place: Place): Place => ({
  ...place,
  org: place.org.toLowerCase(),
  pool: place.pool.toLowerCase(),
})

const isSame = (one: Omit<Setting, 'value'>, other: Omit<Setting, 'value'>): boolean =>
  one.product === other.product &&
  one.organisation === other.organisation &&
  one.control === other.control &&
  one.scope === other.scope

/** The settings as a change would leave them. */
const changed = ({ settings }: KeptSettings, change: SettingChange): readonly Setting[] => {
  const others: readonly Setting[] = settings.filter((setting) => !isSame(setting, change))
  const { value, ...target } = change
  return value === null ? others : [...others, { ...target, value }]
}

/** Opens the settings in force: read once, then kept equal to the control plane at each change. The products may change meanwhile. */
export const openSettingsInForce = async (
  controlPlane: ControlPlane,
  products: readonly Practices[],
): Promise<SettingsInForce> => {
  let kept = await readSettings(controlPlane)
  const of = (place: Place, settings: readonly Setting[]): InForce => {
    const practices = products.find(({ product }) => product === place.product)
    return practices === undefined ? { settings: {} } : select(practices, settings, kept.pools, lower(place))
  }
  const reload = async (): Promise<void> => {
    kept = await readSettings(controlPlane)
  }
  return {
    revision: () => kept.revision,
    list: (product) => kept.settings.filter((setting) => setting.product === product),
    pool: (fqdn) => kept.pools.get(fqdn),
    inForce: (place) => of(place, kept.settings),
    inForceAfter: (place, change) => of(place, changed(kept, change)),
    reload,
    change: async (change, by, seen) => {
      const revision = await writeSetting(controlPlane, change, by, seen)
      await reload()
      return revision
    },
  }
}
