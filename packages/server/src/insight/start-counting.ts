import type { Practices } from '@candor/practices'

import type { Insight } from './insight.js'

/** Between two rounds. */
const ROUND_MILLIS = 60_000

/** Before the first one: a service that starts has more urgent things to do. */
const START_MILLIS = 10_000

/** What counting in the background works with. */
export interface CountingParts {
  readonly insight: Pick<Insight, 'count'>
  readonly products: readonly Practices[]
  readonly onFailure: (code: 'CANDOR_INTERNAL', error: unknown) => void
}

/**
 * Counts what pages ask for first, every minute, so that their first answer waits for nothing and counts of reports that are
 * gone go too. Returns the way to stop it.
 */
export const startCounting = ({ insight, products, onFailure }: CountingParts): (() => Promise<void>) => {
  let round: Promise<void> = Promise.resolve()
  let state: 'running' | 'stopped' = 'running'
  let timer: NodeJS.Timeout
  const countAll = async (): Promise<void> => {
    try {
      for (const practices of products) if (state === 'running') await insight.count(practices)
    } catch (error) {
      onFailure('CANDOR_INTERNAL', error)
    }
    if (state === 'running') plan(ROUND_MILLIS)
  }
  const plan = (millis: number): void => {
    timer = setTimeout(() => {
      round = countAll()
    }, millis)
    timer.unref()
  }
  plan(START_MILLIS)
  return async () => {
    state = 'stopped'
    clearTimeout(timer)
    await round
  }
}
