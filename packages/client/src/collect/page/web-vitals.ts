import { NOTHING_TO_STOP, type Stop } from '../stops.js'

/** The web vitals by their figures, and the names that they go by. */
export const VITALS = { lcpMillis: 'LCP', inpMillis: 'INP', cls: 'CLS', ttfbMillis: 'TTFB' } as const

/** A figure that is a web vital. */
export type Vital = keyof typeof VITALS

/** The present value of each web vital that is known. */
export type VitalFigures = Partial<Record<Vital, number>>

/** Begins to observe web vitals; it cannot be ended, since the library has no way to. */
export type ObserveVitals = (
  wanted: ReadonlySet<Vital>,
  set: (vital: Vital, value: number) => void,
) => Promise<void>

const THOUSANDTH = 1000

const rounded = (vital: Vital, value: number): number =>
  vital === 'cls' ? Math.round(value * THOUSANDTH) / THOUSANDTH : Math.round(value)

/** The library is loaded when a practices file wants a vital, and not before. */
export const observeVitals: ObserveVitals = async (wanted, set) => {
  const { onCLS, onINP, onLCP, onTTFB } = await import('web-vitals')
  const observers = { lcpMillis: onLCP, inpMillis: onINP, cls: onCLS, ttfbMillis: onTTFB }
  for (const vital of wanted)
    observers[vital](({ value }) => set(vital, rounded(vital, value)), { reportAllChanges: true })
}

/**
 * Makes the web vitals of a page. Each is observed once, however often measuring starts and stops; between a stop and
 * the next start its values go nowhere.
 */
export const createVitals = (observe: ObserveVitals) => {
  const observed = new Set<Vital>()
  const figures: VitalFigures = {}
  let measuring = 0
  return {
    start: (wanted: ReadonlySet<Vital>): Stop => {
      const fresh = new Set([...wanted].filter((vital) => !observed.has(vital)))
      for (const vital of fresh) observed.add(vital)
      measuring += 1
      if (fresh.size > 0)
        void observe(fresh, (vital, value) => {
          if (measuring > 0) figures[vital] = value
        }).catch(NOTHING_TO_STOP)
      return () => {
        measuring -= 1
      }
    },
    read: (): VitalFigures => figures,
  }
}
