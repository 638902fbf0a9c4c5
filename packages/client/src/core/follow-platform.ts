import type { Client, Lane } from './client.js'
import { leaveReports } from './grow.js'
import { list } from './reports.js'
import { exitLane, startLane } from './schedule.js'

/** The lanes that are to go first: those with reports that wait, then those whose growing report is the oldest. */
const inOrder = (lanes: readonly Lane[]): readonly Lane[] => {
  const ageOf = (lane: Lane): number =>
    Math.min(...[...list(lane, 'waiting'), ...list(lane, 'growing')].map(({ report }) => report.fromMillis))
  const waits = (lane: Lane): number => Number(list(lane, 'waiting').length > 0)
  return lanes.toSorted((a, b) => waits(b) - waits(a) || ageOf(a) - ageOf(b))
}

/** Saves and sends when the app is hidden or left, and sends when it is online again. Returns the ways to stop that. */
export const followPlatform = ({ lanes, platform, save }: Client): readonly (() => void)[] => [
  platform.onHide(() => {
    save()
    // One at most: requests of two would be joined by the moment of their arrival. Everything else stays on the device.
    if (platform.maxExitBytes > 0) inOrder(lanes).some(exitLane)
    lanes.forEach(leaveReports)
  }),
  platform.onOnline(() => lanes.forEach(startLane)),
]
