import type { OpenLane } from './lanes.js'
import type { Stored } from './lane-store.js'
import type { Platform } from './platform.js'

/** What could go at once, the oldest first; none where a request must not be made now. */
const candidates = ({ store, sender, schedule }: OpenLane): readonly Stored[] =>
  schedule.mayExit() ? [...store.waiting(), ...store.growing()].filter(sender.isPrepared) : []

const oldestOf = (lane: OpenLane): number =>
  Math.min(...candidates(lane).map(({ report }) => report.fromMillis))

/**
 * The app is hidden or left: sends one lane at most, since requests of two would be joined by the moment of their
 * arrival. A lane with reports that wait comes first, and then the one whose report is the oldest. Everything else stays
 * on the device.
 */
const sendOneAtExit = (lanes: readonly OpenLane[]): void => {
  const ready = lanes
    .map((lane) => ({ lane, oldest: oldestOf(lane) }))
    .filter(({ oldest }) => oldest !== Infinity)
    .toSorted((a, b) => a.oldest - b.oldest)
  const chosen = ready.find(({ lane }) => lane.store.waiting().length > 0) ?? ready[0]
  chosen?.lane.schedule.exit()
}

/** Saves and sends when the app is hidden or left, and sends when it is online again. Returns the way to stop that. */
export const followPlatform = (
  lanes: readonly OpenLane[],
  { maxExitBytes, onHide, onOnline }: Platform,
  save: () => void,
): (() => void) => {
  const stopHide = onHide(() => {
    save()
    if (maxExitBytes > 0) sendOneAtExit(lanes)
  })
  const stopOnline = onOnline(() => lanes.forEach(({ schedule }) => schedule.start()))
  return () => {
    stopHide()
    stopOnline()
  }
}
