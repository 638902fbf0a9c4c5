import type { FigureUnit, TimeSeries } from '../../charts/time-series.js'
import type { Split, Values } from '../figures/split.js'

/** What a series of totals is. */
export interface Told {
  readonly id: string
  readonly label: string
  readonly slot: number
  readonly draw: 'line' | 'bar'
  /** Default ''. */
  readonly unit?: FigureUnit
}

/** A series with a colour of its own on the page. */
export const slotSeries = ({ id, label, slot, draw, unit = '' }: Told, values: Values): TimeSeries => ({
  id,
  label,
  values,
  unit,
  look: { kind: 'slot', slot },
  draw,
})

/** A series, and the same of the periods before as a dashed line, where they are compared. */
export const withBefore = (
  told: Told,
  { shown, before }: Split<number | null>,
  beforeLabel: (label: string) => string,
): readonly TimeSeries[] => {
  const series = slotSeries(told, shown)
  if (before === undefined) return [series]
  return [
    series,
    {
      ...series,
      id: `${told.id}-before`,
      label: beforeLabel(told.label),
      values: before,
      look: { kind: 'before', slot: told.slot },
      draw: 'line',
    },
  ]
}
