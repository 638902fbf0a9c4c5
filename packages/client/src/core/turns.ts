import { apartMillis } from './intervals.js'
import type { Client, Lane } from './client.js'
import type { Urgency } from './transport.js'

/**
 * Milliseconds since a lane last asked the service, in any instance and over restarts: requests of two lanes are never so near
 * each other that their arrival could join them. A time to come is of a clock that was set back.
 */
export const sinceAsked = ({ device, platform }: Client, category: string): number => {
  const millis = platform.now() - Number(device.get(`asked.${category}`) ?? -Infinity)
  return millis >= 0 ? millis : Infinity
}

/** A lane asks now. */
export const takeTurn = ({ device, platform, category }: Lane): void =>
  device.set(`asked.${category}`, String(platform.now()))

/**
 * Milliseconds until the last request of every other lane is long enough ago; 0 where it is. now: the shorter of the lanes'
 * intervals, so that none waits for ever, and at most a minute; exit: a minute.
 */
export const turnMillis = (lane: Lane, urgency: Urgency): number =>
  Math.max(
    0,
    ...lane.lanes.map((other) =>
      other === lane
        ? 0
        : apartMillis(...(urgency === 'exit' ? [] : [lane.intervalMillis, other.intervalMillis])) -
          sinceAsked(lane, other.category),
    ),
  )
