import { listen } from '../listen.js'
import type { PerformanceSource } from '../performance.js'
import { NOTHING_TO_STOP, startAll, type Stop } from '../stops.js'
import type { Page } from './page.js'
import { VITALS, type createVitals, type Vital } from './web-vitals.js'

const OWN_FIGURES = ['startUpMillis', 'longestTaskMillis', 'heapBytes', 'uptimeSeconds'] as const

/** A figure that a page knows. */
export type PageFigure = (typeof OWN_FIGURES)[number] | Vital

type DetailedPerformance = Performance & { readonly memory?: { readonly usedJSHeapSize: number } }

/** From the start of the navigation until the page was loaded, or at least could be used. */
const readStartUp = (performance: Performance): number | undefined => {
  const [entry] = performance.getEntriesByType('navigation')
  const millis = entry && (entry.loadEventEnd || entry.domContentLoadedEventEnd)
  return millis ? Math.round(millis) : undefined
}

const LONG_TASK = 'longtask'

/** The longest task so far; also of the time before, as far as the browser still knows it. */
const watchLongestTask = (): { readonly read: () => number | undefined; readonly stop: Stop } => {
  let longest: number | undefined
  if (
    typeof PerformanceObserver === 'undefined' ||
    !PerformanceObserver.supportedEntryTypes.includes(LONG_TASK)
  )
    return { read: () => undefined, stop: NOTHING_TO_STOP }
  const take = (entries: readonly PerformanceEntry[]): void => {
    for (const { duration } of entries) longest = Math.max(longest ?? 0, Math.round(duration))
  }
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  observer.observe({ type: LONG_TASK, buffered: true })
  return {
    read: () => {
      take(observer.takeRecords())
      return longest
    },
    stop: () => observer.disconnect(),
  }
}

const isVital = (figure: PageFigure): figure is Vital => Object.hasOwn(VITALS, figure)

/** The figures of a page. Its web vitals are looked at when the page has time for it. */
export const createPagePerformance = (
  { performance, document, whenIdle }: Page,
  vitals: ReturnType<typeof createVitals>,
): PerformanceSource<PageFigure> => ({
  known: [...OWN_FIGURES, ...(Object.keys(VITALS) as Vital[])],
  measure: (wanted) => {
    const task = wanted.has('longestTaskMillis') ? watchLongestTask() : undefined
    const wantedVitals = new Set([...wanted].filter(isVital))
    let stopVitals = NOTHING_TO_STOP
    const stopIdle =
      wantedVitals.size === 0
        ? NOTHING_TO_STOP
        : whenIdle(() => {
            stopVitals = vitals.start(wantedVitals)
          })
    return {
      read: () => ({
        ...vitals.read(),
        startUpMillis: readStartUp(performance),
        longestTaskMillis: task?.read(),
        heapBytes: (performance as DetailedPerformance).memory?.usedJSHeapSize,
        uptimeSeconds: Math.round(performance.now() / 1000),
      }),
      stop: startAll([() => task?.stop ?? NOTHING_TO_STOP, () => stopIdle, () => () => stopVitals()]),
    }
  },
  // A page that is left is hidden too, and by then the library has taken in what it still had to.
  onSettled: (run) =>
    listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') run()
    }),
})
