import type { ReactElement } from 'react'

import { Sparkline } from '../../charts/sparkline.js'
import type { FigureUnit } from '../../charts/time-series.js'
import type { Change } from '../figures/change.js'
import type { Values } from '../figures/split.js'
import { ChangeText } from './change-text.js'
import classes from './parts.module.css'
import { useFigures } from './use-figures.js'

/** A figure with what it counts, over which time, and how it differs from before. */
export interface Tile {
  readonly id: string
  readonly label: string
  /** null: it is not shown. */
  readonly value: number | null
  readonly unit: FigureUnit
  /** The period or periods that it is of. */
  readonly time: string
  /** What stands there instead of a value that is not shown. */
  readonly hiddenText: string
  /** What it is, and what it is not. */
  readonly meaning: string
  readonly trend: Values
  /** undefined where nothing is compared. */
  readonly change: { readonly change: Change; readonly against: string } | undefined
}

const TileFigure = ({ tile }: { readonly tile: Tile }): ReactElement => {
  const { figure } = useFigures()
  const { value, unit, hiddenText, time, change } = tile
  if (value === null) return <dd className={classes['few']}>{hiddenText}</dd>
  return (
    <>
      <dd className={classes['figure']}>{figure(value, unit)}</dd>
      <dd className={classes['time']}>{time}</dd>
      {change === undefined ? null : (
        <dd>
          <ChangeText {...change} />
        </dd>
      )}
    </>
  )
}

/** The figures that a page opens with. */
export const Tiles = ({ tiles }: { readonly tiles: readonly Tile[] }): ReactElement => (
  <dl className={classes['tiles']}>
    {tiles.map((tile) => (
      <div key={tile.id}>
        <dt>{tile.label}</dt>
        <TileFigure tile={tile} />
        {/* The figures of the small bars stand in the tables below. */}
        <dd aria-hidden="true" className={classes['trend']}>
          <Sparkline values={tile.trend} colour="var(--lane)" width={120} />
        </dd>
        <dd className={classes['meaning']}>{tile.meaning}</dd>
      </div>
    ))}
  </dl>
)
