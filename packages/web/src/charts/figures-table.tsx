import type { ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import classes from './charts.module.css'
import type { DailySeries } from './daily-series.js'

interface FiguresProps {
  readonly caption: string
  readonly days: readonly string[]
  readonly series: readonly DailySeries[]
}

const Figures = ({ caption, days, series }: FiguresProps): ReactElement => {
  const { messages, format } = useWording()
  const { insights } = messages
  const cell = (value: number | null | undefined): string =>
    typeof value === 'number' ? format.number(value) : insights.hidden
  const totals = series.map(({ id, total }) => <td key={id}>{cell(total)}</td>)
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{insights.day}</th>
          {series.map(({ id, label, unit }) => (
            <th key={id} scope="col">
              {unit === '' ? label : `${label} (${unit})`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day, index) => (
          <tr key={day}>
            <th scope="row">
              <time dateTime={day}>{format.day(day)}</time>
            </th>
            {series.map(({ id, values }) => (
              <td key={id}>{cell(values[index])}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{insights.total}</th>
          {totals}
        </tr>
      </tfoot>
    </table>
  )
}

/** The figures of a chart as a table: for screen readers, for copying, and for everyone who would rather read. */
export const FiguresTable = (props: FiguresProps): ReactElement => {
  const { insights } = useWording().messages
  return (
    <details className={classes['details']}>
      <summary>{insights.asTable}</summary>
      {/* What scrolls must be reachable by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes['scroll']} aria-label={props.caption} tabIndex={0}>
        <Figures {...props} />
      </section>
    </details>
  )
}
