import { DATA_CATEGORIES, parseTime, type DataCategory, type Parsed } from '@candor/practices'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import { change as changeAudited, type ChangedBy } from './audit-log.js'
import type { ControlPlane } from './open-control-plane.js'
import { countUp } from './revisions.js'

/** A lane that takes no reports until an instant. */
export interface LaneStop extends Lane {
  /** Milliseconds since 1970. */
  readonly untilMillis: number
}

/** A change of a stop; undefined ends it. */
export type LaneStopChange = Lane & { readonly untilMillis: number | undefined }

/** The lanes that operators stopped. */
export interface LaneStops {
  /** The instant that a lane is stopped until; 0 where it is not. It may have passed. */
  untilMillis(product: string, category: DataCategory): number
  /** The stops that still hold. */
  list(nowMillis: number): readonly LaneStop[]
  /** Reads again what another process may have changed. */
  readonly reload: () => Promise<void>
  /** Keeps a change, with its entry of the audit log; it holds from then on. */
  change(change: LaneStopChange, by: ChangedBy): Promise<void>
}

/** The change of a product's stop in a request body: its category, and `until` as an instant to come, or null. */
export const parseLaneStop = (product: string, body: unknown, nowMillis: number): Parsed<LaneStopChange> => {
  const { category: name, until } = (body ?? {}) as Readonly<Record<string, unknown>>
  const category = DATA_CATEGORIES.find((each) => each === name)
  if (category === undefined) return { kind: 'refused', code: 'CANDOR_SETTING_REFUSED', field: 'category' }
  if (until === null) return { kind: 'parsed', value: { product, category, untilMillis: undefined } }
  const untilMillis = parseTime('error', until)
  if (untilMillis === undefined || untilMillis <= nowMillis)
    return { kind: 'refused', code: 'CANDOR_SETTING_REFUSED', field: 'until' }
  return { kind: 'parsed', value: { product, category, untilMillis } }
}

const instantOf = (millis: number | undefined): string | null =>
  millis === undefined ? null : new Date(millis).toISOString()

const writeStop = async (
  controlPlane: ControlPlane,
  { product, category, untilMillis }: LaneStopChange,
): Promise<void> => {
  if (untilMillis === undefined) {
    const stops = controlPlane.deleteFrom('lane_stops').where('product', '=', product)
    await stops.where('category', '=', category).execute()
    return
  }
  const until_time = untilMillis
  await controlPlane
    .insertInto('lane_stops')
    .values({ product, category, until_time })
    .onConflict((conflict) => conflict.columns(['product', 'category']).doUpdateSet({ until_time }))
    .execute()
}

const readStops = async (controlPlane: ControlPlane): Promise<ReadonlyMap<string, LaneStop>> => {
  const rows = await controlPlane.selectFrom('lane_stops').selectAll().execute()
  return new Map(
    rows.map(({ product, category, until_time }) => [
      laneKey({ product, category }),
      { product, category, untilMillis: until_time },
    ]),
  )
}

/** Opens the stops: read once, answered from memory, and kept equal to the control plane at each change. */
export const openLaneStops = async (controlPlane: ControlPlane): Promise<LaneStops> => {
  let stops = await readStops(controlPlane)
  return {
    untilMillis: (product, category) =>
      stops.size === 0 ? 0 : (stops.get(laneKey({ product, category }))?.untilMillis ?? 0),
    list: (nowMillis) => [...stops.values()].filter(({ untilMillis }) => untilMillis > nowMillis),
    reload: async () => {
      stops = await readStops(controlPlane)
    },
    change: async (change, by) => {
      await changeAudited(controlPlane, by, async (transaction) => {
        await writeStop(transaction, change)
        await countUp(transaction, 'lane-stops')
        const before = stops.get(laneKey(change))?.untilMillis
        const target = `${change.product} / ${change.category}`
        const fact = { before: instantOf(before), after: instantOf(change.untilMillis) }
        return { result: undefined, fact: { action: 'lane-stop.change', target, ...fact } }
      })
      stops = await readStops(controlPlane)
    },
  }
}
