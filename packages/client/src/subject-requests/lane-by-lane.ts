import type { DataCategory } from '@candor/practices'

import type { SubjectOptions } from './request-access.js'
import { createSurroundings } from './surroundings.js'

const SHORTEST_PAUSE_MILLIS = 2000
const LONGEST_PAUSE_MILLIS = 12_000

/** Puts a list into an order that chance gives. */
const shuffle = <T>(list: readonly T[], random: () => number): readonly T[] =>
  list
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)

/**
 * Runs something for each lane, one at a time, in an order that chance gives and with 2 to 12 seconds left to chance between
 * two: so that what is asked in one lane does not follow what is asked in another in a way that joins them. Aborting
 * ends it before the next lane.
 */
export const laneByLane = async (
  categories: readonly DataCategory[],
  run: (category: DataCategory) => Promise<void>,
  { signal, surroundings: { pause, random } = createSurroundings() }: SubjectOptions = {},
): Promise<void> => {
  for (const [index, category] of shuffle(categories, random).entries()) {
    if (index > 0)
      await pause(SHORTEST_PAUSE_MILLIS + random() * (LONGEST_PAUSE_MILLIS - SHORTEST_PAUSE_MILLIS), signal)
    if (signal?.aborted === true) return
    await run(category)
  }
}
