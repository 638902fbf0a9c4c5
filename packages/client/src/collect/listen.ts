import { quietly, type Stop } from './stops.js'

const CAPTURE = { capture: true }

/**
 * Listens before anybody else at that place does (in the capture phase), and never throws into the event. Returns the
 * way to stop.
 */
export const listen = (
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  type: string,
  run: (event: Event) => void,
): Stop => {
  const listener = (event: Event): void => {
    quietly(() => run(event))
  }
  target.addEventListener(type, listener, CAPTURE)
  return () => target.removeEventListener(type, listener, CAPTURE)
}
