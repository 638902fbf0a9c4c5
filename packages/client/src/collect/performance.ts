import type { Candor } from '../core/candor.js'
import { attachFigures } from './attach-values.js'
import { findAutomatic, type AutomaticType } from './automatic-types.js'
import { figuresOf, recordFigures } from './figures.js'
import { NOTHING_TO_STOP, quietly, startAll, type Stop } from './stops.js'
import { whileCollected } from './while-collected.js'

/** Where the figures of performance come from. */
export interface PerformanceSource<F extends string> {
  /** The figures that it knows. */
  readonly known: readonly F[]
  /** Begins to measure what is wanted, and nothing else. */
  readonly measure: (wanted: ReadonlySet<F>) => {
    readonly read: () => Partial<Record<F, number | undefined>>
    readonly stop: Stop
  }
  /** Calls back when the figures are as good as they get: the page is first hidden, the process exits. */
  readonly onSettled: (run: () => void) => Stop
}

const collectType = <F extends string>(
  candor: Candor,
  type: AutomaticType,
  { known, measure, onSettled }: PerformanceSource<F>,
): Stop => {
  const wanted = figuresOf(type, known)
  if (wanted.length === 0) return NOTHING_TO_STOP
  let settle = NOTHING_TO_STOP
  const stop = whileCollected(candor, [type], () => {
    const { read, stop: stopMeasuring } = measure(new Set(wanted))
    settle = () => {
      recordFigures(candor, [type], read())
      settle = NOTHING_TO_STOP
    }
    return startAll([
      () => stopMeasuring,
      () => attachFigures(candor, [type], read),
      () => onSettled(() => settle()),
    ])
  })
  return () => {
    quietly(settle)
    stop()
  }
}

/**
 * Fills in the data types whose automatic source is `performance`: measurements with each error report, distributions once,
 * when the figures are settled or collecting stops.
 */
export const collectPerformance = <F extends string>(candor: Candor, source: PerformanceSource<F>): Stop =>
  startAll(
    findAutomatic(candor.practices, 'performance').map((type) => () => collectType(candor, type, source)),
  )
