import type { ReactElement, ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import type { FigureTable } from '../../charts/figure-table.js'
import { FiguresTable } from '../../charts/figures-table.js'
import { LazyChart } from '../../charts/lazy-chart.js'
import type { ChartOption } from '../../charts/time-option.js'
import notes from '../../parts/notes.module.css'
import { COMMON_TEXTS } from '../texts/common.js'
import { Definition } from './definition.js'
import { Downloads } from './downloads.js'
import classes from './parts.module.css'
import { useFigures } from './use-figures.js'

/** A chart with everything that belongs to it. */
export interface ChartCardProps {
  /** Tells it from the other charts of the page, in addresses and names of files. */
  readonly id: string
  readonly title: string
  /** What the figures are, and what they are not. */
  readonly meaning: string
  /** undefined: there is nothing to draw. */
  readonly option: ChartOption | undefined
  /** Says why there is nothing to draw. */
  readonly nothing: string
  readonly points: readonly string[]
  /** Pixels. */
  readonly height: number
  readonly table: FigureTable
  readonly onPick?: ((id: string, index: number) => void) | undefined
  readonly controls?: ReactNode
  readonly legend?: ReactNode
  /** What stands below the chart. */
  readonly children?: ReactNode
}

/** A chart: its title and definition, what can be chosen, the legend, the chart, its figures as a table, and downloads. */
export const ChartCard = (props: ChartCardProps): ReactElement => {
  const { id, title, meaning, option, points, height, table, nothing, ...rest } = props
  const { onPick, controls, legend, children } = rest
  const texts = useTexts(COMMON_TEXTS)
  const { figure } = useFigures()
  return (
    <section className={classes['card']} aria-labelledby={`${id}-title`} data-chart={id}>
      <div className={classes['cardHead']}>
        <div className={classes['cardTitle']}>
          <h2 id={`${id}-title`}>{title}</h2>
          <Definition of={title} text={meaning} />
        </div>
        {controls === undefined ? null : <div className={classes['cardControls']}>{controls}</div>}
      </div>
      {legend}
      {option === undefined ? (
        <p className={notes['aside']}>{nothing}</p>
      ) : (
        <LazyChart label={title} height={height} option={option} points={points} onPick={onPick} />
      )}
      {children}
      <div className={classes['cardFoot']}>
        <FiguresTable table={table} figure={figure} summary={texts.asTable} />
        <Downloads id={id} table={table} option={option} height={height} />
      </div>
    </section>
  )
}
