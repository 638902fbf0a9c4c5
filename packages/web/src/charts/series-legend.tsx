import type { ReactElement } from 'react'

import classes from './charts.module.css'
import { SeriesMark } from './series-mark.js'
import type { TimeSeries } from './time-series.js'

/** A series in the legend. */
export interface LegendEntry extends Pick<TimeSeries, 'id' | 'label' | 'look' | 'draw'> {
  /** Its figure; empty for none. */
  readonly figure: string
}

const Entry = ({ entry: { label, figure, look, draw } }: { readonly entry: LegendEntry }): ReactElement => (
  <>
    <SeriesMark look={look} draw={draw} />
    <bdi className={classes['name']}>{label}</bdi>
    {figure === '' ? null : <span className={classes['total']}>{figure}</span>}
  </>
)

/** What the series of a chart are, each with its mark. Where `chosen` is given, each is a button that shows or hides it. */
export const SeriesLegend = ({
  label,
  entries,
  choice,
}: {
  readonly label: string
  readonly entries: readonly LegendEntry[]
  readonly choice?:
    | { readonly chosen: ReadonlySet<string>; readonly onToggle: (id: string) => void }
    | undefined
}): ReactElement => (
  <ul className={classes['legend']} aria-label={label}>
    {entries.map((entry) => (
      <li key={entry.id}>
        {choice === undefined ? (
          <span className={classes['entry']}>
            <Entry entry={entry} />
          </span>
        ) : (
          <button
            type="button"
            className={classes['entry']}
            aria-pressed={choice.chosen.has(entry.id)}
            onClick={() => choice.onToggle(entry.id)}
          >
            <Entry entry={entry} />
          </button>
        )}
      </li>
    ))}
  </ul>
)
