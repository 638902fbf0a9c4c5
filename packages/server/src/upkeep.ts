import type { Spool } from './spool/spool.js'

/** Between two rounds of upkeep: 6 hours. */
const ROUND_MILLIS = 6 * 3_600_000

/** What upkeep works with. */
export interface UpkeepParts {
  readonly spool: Pick<Spool, 'forget'>
  readonly now: () => number
  readonly onFailure: (code: 'CANDOR_INTERNAL', error: unknown) => void
  /** Told when a round ended well. Default: nobody. */
  readonly onDone?: (atMillis: number) => void
}

const forgetAll = async ({ spool, now }: UpkeepParts): Promise<void> => {
  while ((await spool.forget(now())) > 0);
}

/** Does the service's upkeep now and every six hours: report ids that are no longer needed are forgotten. Returns the way to stop it. */
export const startUpkeep = (parts: UpkeepParts): (() => Promise<void>) => {
  let round = Promise.resolve()
  const run = (): void => {
    round = round
      .then(() => forgetAll(parts))
      .then(() => parts.onDone?.(parts.now()))
      .catch((error: unknown) => parts.onFailure('CANDOR_INTERNAL', error))
  }
  run()
  const timer = setInterval(run, ROUND_MILLIS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return round
  }
}
