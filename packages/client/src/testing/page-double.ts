import type { Page } from '../collect/page/page.js'
import { createManualClock } from '../test-candor/manual-clock.js'

/** A page of a test: its events, its clock and its idle time. */
export interface PageDouble {
  readonly page: Page
  /** Dispatches an event with some properties at the window. */
  readonly fire: (type: string, properties?: object) => Event
  /** Dispatches an event at the document. */
  readonly fireAtDocument: (type: string) => void
  readonly hide: () => void
  readonly show: () => void
  readonly pass: (millis: number) => void
  /** Lets the page have time for what waits for it. */
  readonly idle: () => Promise<void>
  /** How many listeners there are, at window and document. */
  readonly listeners: () => number
}

/** An event target that counts its listeners. */
const createTarget = () => {
  const target = new EventTarget()
  let count = 0
  return {
    count: () => count,
    dispatchEvent: (event: Event) => target.dispatchEvent(event),
    addEventListener: (...given: Parameters<EventTarget['addEventListener']>) => {
      count += 1
      target.addEventListener(...given)
    },
    removeEventListener: (...given: Parameters<EventTarget['removeEventListener']>) => {
      count -= 1
      target.removeEventListener(...given)
    },
  }
}

const eventOf = (type: string, properties: object): Event =>
  Object.assign(new Event(type, { cancelable: true }), properties)

const FIREFOX = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0',
  language: 'es-ES',
  maxTouchPoints: 0,
  hardwareConcurrency: 8,
} as unknown as Navigator

const PERFORMANCE = { getEntriesByType: () => [], now: () => 12_345 } as unknown as Performance

const createIdleTime = () => {
  const waiting = new Set<() => void>()
  return {
    whenIdle: (run: () => void) => {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
    idle: async () => {
      const runs = [...waiting]
      waiting.clear()
      for (const run of runs) run()
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    },
  }
}

/** Begins with a visible page of a desktop browser. */
export const createPageDouble = (
  given: Partial<Page> & { readonly prerendering?: boolean } = {},
): PageDouble => {
  const { prerendering = false, ...parts } = given
  const window = createTarget()
  const document = Object.assign(createTarget(), { visibilityState: 'visible', prerendering })
  const clock = createManualClock(Date.UTC(2026, 10, 22))
  const { whenIdle, idle } = createIdleTime()
  const turn = (visibilityState: 'hidden' | 'visible'): void => {
    document.visibilityState = visibilityState
    document.dispatchEvent(new Event('visibilitychange'))
  }
  const page = {
    window,
    document,
    navigator: FIREFOX,
    screen: { width: 1936, height: 1048 },
    performance: PERFORMANCE,
    console,
    now: clock.now,
    whenIdle,
    ...parts,
  }
  return {
    page,
    fire: (type, properties = {}) => {
      const event = eventOf(type, properties)
      window.dispatchEvent(event)
      return event
    },
    fireAtDocument: (type) => void document.dispatchEvent(new Event(type)),
    hide: () => turn('hidden'),
    show: () => turn('visible'),
    pass: clock.pass,
    idle,
    listeners: () => window.count() + document.count(),
  }
}
