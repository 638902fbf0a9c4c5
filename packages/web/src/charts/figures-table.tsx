import type { ReactElement, ReactNode } from 'react'

import classes from './charts.module.css'
import type { FigureTable } from './figure-table.js'
import type { FigureUnit } from './time-series.js'

interface FiguresProps {
  readonly table: FigureTable
  readonly figure: (value: number | null, unit: FigureUnit) => string
  /** Leads to the table. */
  readonly summary: string
}

const cellOf = (
  value: number | string | null | undefined,
  unit: FigureUnit,
  figure: FiguresProps['figure'],
): ReactNode => (typeof value === 'string' ? <bdi>{value}</bdi> : figure(value ?? null, unit))

const Figures = ({
  table: { caption, head, columns, rows },
  figure,
}: Omit<FiguresProps, 'summary'>): ReactElement => (
  <table>
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{head.heading}</th>
        {columns.map(({ id, heading }) => (
          <th key={id} scope="col">
            <bdi>{heading}</bdi>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <bdi>{row.head}</bdi>
          </th>
          {columns.map(({ id, unit }, at) => (
            <td key={id}>{cellOf(row.cells[at], unit, figure)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** The figures of a chart as a table: for screen readers, for copying, and for everyone who would rather read. */
export const FiguresTable = ({ summary, ...props }: FiguresProps): ReactElement => (
  <details className={classes['details']}>
    <summary>{summary}</summary>
    {/* What scrolls must be reachable by the keyboard. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <section className={classes['scroll']} aria-label={`${summary}: ${props.table.caption}`} tabIndex={0}>
      <Figures {...props} />
    </section>
  </details>
)
