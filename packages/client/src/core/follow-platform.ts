import type { OpenLane } from './lanes.js'
import type { Platform } from './platform.js'

/** The lanes that are to go first: those with reports that wait, then those whose growing report is the oldest. */
const inOrder = (lanes: readonly OpenLane[]): readonly OpenLane[] => {
  const ageOf = ({ store }: OpenLane): number =>
    Math.min(...[...store.waiting(), ...store.growing()].map(({ report }) => report.fromMillis))
  const waits = ({ store }: OpenLane): number => Number(store.waiting().length > 0)
  return lanes.toSorted((a, b) => waits(b) - waits(a) || ageOf(a) - ageOf(b))
}

/** Saves and sends when the app is hidden or left, and sends when it is online again. Returns the way to stop that. */
export const followPlatform = (
  lanes: readonly OpenLane[],
  { maxExitBytes, onHide, onOnline }: Platform,
  save: () => void,
): (() => void) => {
  const stopHide = onHide(() => {
    save()
    // One at most: requests of two would be joined by the moment of their arrival. Everything else stays on the device.
    if (maxExitBytes > 0) inOrder(lanes).some(({ schedule }) => schedule.exit())
    for (const { lane } of lanes) lane.leave?.()
  })
  const stopOnline = onOnline(() => lanes.forEach(({ schedule }) => schedule.start()))
  return () => {
    stopHide()
    stopOnline()
  }
}
