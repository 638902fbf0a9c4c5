import { CandorError } from '@candor/practices'

import { createLaneMover } from './lane-mover.js'
import type { Loader, LoaderOptions } from './loader.js'

const DEFAULT_INTERVAL_MILLIS = 1000

/** Creates a loader; it does nothing until it is started. */
export const createLoader = (options: LoaderOptions): Loader => {
  const { spool, intervalMillis = DEFAULT_INTERVAL_MILLIS } = options
  const mover = createLaneMover(options)
  let timer: NodeJS.Timeout | undefined
  let state: 'new' | 'started' | 'stopped' = 'new'
  let passing: Promise<void> = Promise.resolve()

  // One pass at a time: a lane has one open cut.
  const pass = async (until: 'no-full-block' | 'nothing-waits'): Promise<void> => {
    const before = passing
    const run = async (): Promise<void> => {
      await before.catch(() => undefined)
      const waiting = spool.waiting()
      if (waiting.length === 0) mover.sawNothing()
      for (const lane of waiting) await mover.move(lane, until)
    }
    passing = run()
    return passing
  }

  const look = (): void => {
    void pass('no-full-block')
      .catch(() => undefined)
      .finally(() => {
        if (state === 'started') timer = setTimeout(look, intervalMillis)
      })
  }

  const flush = async (): Promise<void> => {
    mover.wake()
    await pass('nothing-waits')
    const health = mover.health()
    if (health.kind === 'failing') throw new CandorError('CANDOR_STORE_UNAVAILABLE', { code: health.code })
  }

  return {
    start: () => {
      if (state !== 'new') return
      state = 'started'
      look()
    },
    health: () => mover.health(),
    figures: () => mover.figures(),
    flush,
    pause: async (work) => {
      const paused = passing.catch(() => undefined).then(work)
      passing = paused.then(
        () => undefined,
        () => undefined,
      )
      return paused
    },
    stop: async (withinMillis) => {
      state = 'stopped'
      clearTimeout(timer)
      const bound = withinMillis === undefined ? undefined : setTimeout(() => mover.halt(), withinMillis)
      await passing.catch(() => undefined)
      // A store that fails keeps nobody waiting: what is in the spool is safe there.
      if (mover.health().kind === 'well') await flush().catch(() => undefined)
      clearTimeout(bound)
    },
  }
}
