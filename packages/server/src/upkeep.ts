import type { Spool } from './spool/spool.js'

/** Between two rounds of upkeep: 6 hours. */
const ROUND_MILLIS = 6 * 3_600_000

/** Between two looks at the clock, which may be moved while the machine sleeps. */
const LOOK_MILLIS = 1000

/** What upkeep works with. */
export interface UpkeepParts {
  readonly spool: Pick<Spool, 'forget'>
  /** Forgets reports of the quarantine that are too old to be admitted. */
  readonly forgetKept: (nowMillis: number) => Promise<unknown>
  /** Removes what is over. */
  readonly retention: { run(): Promise<void> }
  readonly now: () => number
  readonly onFailure: (code: 'CANDOR_INTERNAL', error: unknown) => void
  /** Told when a round ended well. Default: nobody. */
  readonly onDone?: (atMillis: number) => void
}

const forgetAll = async ({ spool, forgetKept, now }: UpkeepParts): Promise<void> => {
  await forgetKept(now())
  while ((await spool.forget(now())) > 0);
}

/**
 * Does the service's upkeep now and every six hours: report ids and kept reports that are no longer needed are forgotten,
 * and what is over is removed. Returns the way to stop it.
 */
export const startUpkeep = (parts: UpkeepParts): (() => Promise<void>) => {
  const { retention, now, onFailure, onDone } = parts
  let round: Promise<void> = Promise.resolve()
  let ranMillis = -Infinity
  let retained: 'well' | 'badly' = 'well'
  const doAll = async (): Promise<void> => {
    try {
      await forgetAll(parts)
      // Removing what is over may take long: how it went counts for the next round.
      if (retained === 'well') onDone?.(now())
    } catch (error) {
      onFailure('CANDOR_INTERNAL', error)
    }
    try {
      await retention.run()
      retained = 'well'
    } catch (error) {
      retained = 'badly'
      onFailure('CANDOR_INTERNAL', error)
    }
  }
  const look = (): void => {
    if (Math.abs(now() - ranMillis) < ROUND_MILLIS) return
    ranMillis = now()
    round = round.then(doAll)
  }
  look()
  const timer = setInterval(look, LOOK_MILLIS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return round
  }
}
