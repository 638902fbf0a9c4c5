import type { Control, DataCategory, Meeting, Practices } from '@candor/practices'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import { listPools } from '../../control-plane/places.js'
import type { SettingChange } from '../../control-plane/setting.js'
import type { SettingsInForce } from '../../control-plane/settings-in-force.js'
import { previewChange, type DecisionChange } from '../../decisions/preview-change.js'
import type { Insight } from '../../insight/insight.js'

/** What a preview is made of. */
export interface PreviewParts {
  readonly controlPlane: ControlPlane
  readonly settings: SettingsInForce
  readonly insight: Insight
}

const DAYS = 28

/** Where a change is looked at: the meeting's place, and how it is called. */
interface Place {
  readonly pool: string
  readonly meeting: Meeting | undefined
  readonly label: string | null
}

/** The place that a scope is about: a pool, a pool at a site, or none. */
const placeOf = async (
  controlPlane: ControlPlane,
  control: Control | undefined,
  scope: string,
): Promise<Place> => {
  const placed =
    control?.kind === 'boolean'
      ? control.scopes.find((each) => 'prefix' in each && scope.startsWith(each.prefix))
      : undefined
  if (placed === undefined || !('prefix' in placed)) return { pool: '', meeting: undefined, label: null }
  const name = scope.slice(placed.prefix.length)
  if (placed.of === 'pool') return { pool: name, meeting: { pool: name }, label: name }
  const at = (await listPools(controlPlane)).find(({ site }) => site === name)
  // A site without pools hosts no meeting yet: what would hold there is shown all the same.
  return { pool: at?.fqdn ?? '', meeting: { site: name }, label: name }
}

const namesOf = (
  changes: readonly DecisionChange[],
  isWanted: (change: DecisionChange) => boolean,
): string[] => [
  ...new Set(
    changes
      .filter(isWanted)
      .flatMap(({ category, dataTypes }) => dataTypes.map((name) => `${category}.${name}`)),
  ),
]

/** What insights will show no new data of, by lane. */
const darkOf = (changes: readonly DecisionChange[]) => {
  const stops = changes.filter(({ before, after }) => before.collect && !after.collect)
  const lanes = [...new Set(stops.map(({ category }) => category))]
  return lanes.map((insight: DataCategory) => {
    const mine = stops.filter(({ category }) => category === insight)
    return {
      insight,
      dataTypes: [...new Set(mine.flatMap(({ dataTypes }) => dataTypes))],
      clients: [...new Set(mine.map(({ client }) => client))],
    }
  })
}

/** Organisations that a setting of the deployment counts for as well. */
const alsoAffected = async (
  controlPlane: ControlPlane,
  { organisation }: SettingChange,
): Promise<string[]> => {
  if (organisation !== '') return []
  const rows = await controlPlane.selectFrom('organisations').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

const compare = (
  { settings }: PreviewParts,
  practices: Practices,
  change: SettingChange,
  { pool, meeting }: Place,
) => {
  const where = { product: change.product, org: change.organisation, pool }
  const before = settings.inForce(where)
  const compared = {
    before: before.settings,
    after: settings.inForceAfter(where, change).settings,
    meeting: { ...meeting, ...before.meeting },
  }
  return previewChange(practices, compared)
}

const TEXT_OF_NOTHING = { en: '', es: '' }

/** Makes what answers a preview: each decision before and after, and the devices that it is about. */
export const createPreview =
  (parts: PreviewParts) => async (practices: Practices, change: SettingChange, nowMillis: number) => {
    const { controlPlane, settings, insight } = parts
    const control = practices.controls[change.control]
    const place = await placeOf(controlPlane, control, change.scope)
    const changes = compare(parts, practices, change, place)
    const clients = new Set(changes.map(({ client }) => client))
    const counted = clients.size === 0 ? [] : await insight.clients(practices, { periods: DAYS, nowMillis })
    const { value, ...target } = change
    const found = settings
      .list(change.product)
      .find(
        (each) =>
          each.organisation === change.organisation &&
          each.control === change.control &&
          each.scope === change.scope,
      )
    return {
      ...target,
      before: found?.value ?? null,
      after: value,
      revision: found?.revision ?? 0,
      effect: control?.effect ?? TEXT_OF_NOTHING,
      changes: changes.map((each) => ({ ...each, place: place.label })),
      starts: namesOf(changes, ({ before, after }) => !before.collect && after.collect),
      stops: namesOf(changes, ({ before, after }) => before.collect && !after.collect),
      devices: {
        days: DAYS,
        groupMinimum: insight.groupMinimum,
        clients: counted.filter(({ client }) => clients.has(client)),
      },
      dark: darkOf(changes),
      alsoAffected: await alsoAffected(controlPlane, change),
    }
  }
