import type { Received } from './received.js'

/** What became of what was recorded, in counts and errors. */
export interface Fate {
  readonly arrived: number
  readonly lost: number
  /** What arrived more than once, each repetition counted; also what was added up to more than was recorded. */
  readonly doubled: number
}

/** Adds up what arrived, each once. */
export interface Tally {
  readonly add: (received: readonly Received[]) => void
  /** The fate of so many recorded counts or errors. */
  readonly fate: (kind: 'count' | 'error', recorded: number) => Fate
}

/** Makes an empty tally. */
export const createTally = (): Tally => {
  const seen = new Set<string>()
  const arrived = { count: 0, error: 0 }
  const doubled = { count: 0, error: 0 }
  const add = (item: Received): void => {
    const [kind, id, amount] =
      item.kind === 'sum'
        ? (['count', item.id, item.amount] as const)
        : ([item.kind, String(item.serial), 1] as const)
    const key = `${item.kind} ${id}`
    if (seen.has(key)) doubled[kind] += amount
    else arrived[kind] += amount
    seen.add(key)
  }
  return {
    add: (received) => received.forEach(add),
    fate: (kind, recorded) => {
      const all = arrived[kind]
      const once = Math.min(all, recorded)
      return { arrived: once, lost: recorded - once, doubled: doubled[kind] + all - once }
    },
  }
}
