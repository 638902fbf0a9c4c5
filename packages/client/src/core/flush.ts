import type { OpenLane } from './lanes.js'

/** Ends the interval of every lane now, and then sends one after another, in random order. */
export const flushLanes = async (lanes: readonly OpenLane[], random: () => number): Promise<void> => {
  for (const { schedule } of lanes) schedule.end()
  const drawn = lanes.map(({ schedule }) => ({ schedule, place: random() }))
  for (const { schedule } of drawn.toSorted((a, b) => a.place - b.place)) await schedule.send()
}
