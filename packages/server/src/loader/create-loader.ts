import { CandorError } from '@candor/practices'

import { createTakeTurn } from '../turns.js'
import { createLaneMover } from './lane-mover.js'
import type { Loader, LoaderOptions } from './loader.js'

const DEFAULT_INTERVAL_MILLIS = 1000

/** Creates a loader; it does nothing until it is started. */
export const createLoader = (options: LoaderOptions): Loader => {
  const { spool, intervalMillis = DEFAULT_INTERVAL_MILLIS } = options
  const mover = createLaneMover(options)
  let timer: NodeJS.Timeout | undefined
  let state: 'new' | 'started' | 'stopped' = 'new'
  const takeTurn = createTakeTurn()

  // One pass at a time: a lane has one open cut.
  const pass = async (until: 'no-full-block' | 'nothing-waits'): Promise<void> =>
    takeTurn(async () => {
      const waiting = spool.waiting()
      if (waiting.length === 0) mover.sawNothing()
      for (const lane of waiting) await mover.move(lane, until)
    })

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
    pause: takeTurn,
    stop: async (withinMillis) => {
      state = 'stopped'
      clearTimeout(timer)
      const bound = withinMillis === undefined ? undefined : setTimeout(() => mover.halt(), withinMillis)
      await takeTurn(async () => undefined)
      // A store that fails keeps nobody waiting: what is in the spool is safe there.
      if (mover.health().kind === 'well') await flush().catch(() => undefined)
      clearTimeout(bound)
    },
  }
}
