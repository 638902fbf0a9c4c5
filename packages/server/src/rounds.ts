/** Work that is done again and again. */
export interface RoundsOptions {
  readonly work: () => Promise<void>
  /** Before the first time. */
  readonly startMillis: number
  /** Between two times. */
  readonly pauseMillis: number
  readonly onFailure: (code: 'CANDOR_INTERNAL', error: unknown) => void
}

/** Does work in rounds, one after another, until it is stopped; a round that fails is told, and does not end them. */
export const startRounds = ({
  work,
  startMillis,
  pauseMillis,
  onFailure,
}: RoundsOptions): (() => Promise<void>) => {
  let round: Promise<void> = Promise.resolve()
  let state: 'running' | 'stopped' = 'running'
  let timer: NodeJS.Timeout | undefined
  const once = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      onFailure('CANDOR_INTERNAL', error)
    }
    if (state === 'running') plan(pauseMillis)
  }
  const plan = (millis: number): void => {
    timer = setTimeout(() => {
      round = once()
    }, millis)
    timer.unref()
  }
  plan(startMillis)
  return async () => {
    state = 'stopped'
    clearTimeout(timer)
    await round
  }
}
