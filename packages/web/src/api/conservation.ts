import { dictionary, number, object, type Shaped } from './shape.js'

const lane = object({
  received: number,
  stored: number,
  refused: dictionary(number),
  duplicate: number,
  pending: number,
})

/** `GET /api/conservation`: what became of the reports of each lane. */
export const conservation = object({ census: lane, usage: lane, error: lane })

/** What became of the reports of each lane. */
export type Conservation = Shaped<typeof conservation>

/** What became of the reports of one lane. */
export type LaneOutcomes = Shaped<typeof lane>

/** Refused reports of all reasons. */
export const refusedOf = ({ refused }: LaneOutcomes): number =>
  Object.values(refused).reduce((sum, count) => sum + count, 0)

/** Reports that are received and have no outcome (or one too many, where negative). 0: the law of conservation holds. */
export const unaccounted = (outcomes: LaneOutcomes): number =>
  outcomes.received - outcomes.stored - refusedOf(outcomes) - outcomes.duplicate - outcomes.pending
