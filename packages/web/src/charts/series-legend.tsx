import { useComputedColorScheme } from '@mantine/core'
import type { ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import { seriesColour } from '../theme/palette.js'
import classes from './charts.module.css'
import type { DailySeries } from './daily-series.js'
import { SeriesMark } from './series-mark.js'

/** The series with their totals, each a button that shows or hides it in the chart. */
export const SeriesLegend = ({
  label,
  series,
  chosen,
  hiddenText,
  onToggle,
}: {
  readonly label: string
  readonly series: readonly DailySeries[]
  readonly chosen: ReadonlySet<string>
  readonly hiddenText: string
  readonly onToggle: (id: string) => void
}): ReactElement => {
  const { format } = useWording()
  const scheme = useComputedColorScheme('light')
  return (
    <ul className={classes['legend']} aria-label={label}>
      {series.map(({ id, label: name, total, unit, slot }) => (
        <li key={id}>
          <button type="button" aria-pressed={chosen.has(id)} onClick={() => onToggle(id)}>
            <SeriesMark slot={slot} colour={seriesColour(scheme, slot)} />
            <span className={classes['name']}>{name}</span>
            <span className={classes['total']}>
              {total === null ? hiddenText : `${format.number(total)} ${unit}`.trim()}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
