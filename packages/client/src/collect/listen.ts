import { quietly, type Stop } from './stops.js'

/**
 * Listens before anybody else at that place does (in the capture phase), and never throws into the event. Returns the
 * way to stop.
 */
export const listen = <E extends Event>(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  type: string,
  run: (event: E) => void,
): Stop => {
  const listener = (event: Event): void => void quietly(() => run(event as E))
  target.addEventListener(type, listener, true)
  return () => target.removeEventListener(type, listener, true)
}
