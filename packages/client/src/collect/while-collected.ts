import type { Candor } from '../core/candor.js'
import type { AutomaticType } from './automatic-types.js'
import { NOTHING_TO_STOP, type Stop } from './stops.js'

/**
 * Runs something while the gate lets any of the data types be collected: it is started and stopped as policy, user,
 * meeting and consent change. Where there is no such data type, nothing is ever started. `may` is asked besides.
 */
export const whileCollected = (
  candor: Pick<Candor, 'decide' | 'subscribe'>,
  types: readonly Pick<AutomaticType, 'id'>[],
  start: () => Stop,
  may: () => boolean = () => true,
): Stop => {
  if (types.length === 0) return NOTHING_TO_STOP
  let stop: Stop | undefined
  const look = (): void => {
    const isCollected = may() && types.some(({ id }) => candor.decide(id).collect)
    if (isCollected) stop ??= start()
    else end()
  }
  const end = (): void => {
    stop?.()
    stop = undefined
  }
  const unsubscribe = candor.subscribe(look)
  look()
  return () => {
    unsubscribe()
    end()
  }
}

/** Runs something once, as soon as any of the data types is collected and `may` agrees; that may never be. Returns the way to give up. */
export const onceCollected = (
  candor: Pick<Candor, 'decide' | 'subscribe'>,
  types: readonly Pick<AutomaticType, 'id'>[],
  run: () => void,
  may: () => boolean,
): Stop => {
  let isDone = false
  const start = (): Stop => {
    if (!isDone) run()
    isDone = true
    return NOTHING_TO_STOP
  }
  return whileCollected(candor, types, start, may)
}
