import { useComputedColorScheme } from '@mantine/core'
import type { ReactElement } from 'react'

import { seriesSymbol } from '../theme/palette.js'
import { lookColour } from './look-colour.js'
import type { TimeSeries } from './time-series.js'

const HATCH = 'M4 12 12 4M8 14 18 4M14 14 20 8M4 7 7 4'

/** A series as it stands in the chart: line and symbol, or a box. */
export const SeriesMark = ({ look, draw }: Pick<TimeSeries, 'look' | 'draw'>): ReactElement => {
  const colour = lookColour(useComputedColorScheme('light'), look)
  const line = (
    <path
      d="M0 8h24"
      stroke={colour}
      strokeWidth="2"
      strokeDasharray={look.kind === 'before' ? '5 4' : undefined}
    />
  )
  return (
    <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
      {look.kind === 'not-shown' ? (
        <path d={`M4 3h16v11H4Z${HATCH}`} fill="none" stroke={colour} strokeWidth="1.5" />
      ) : null}
      {look.kind !== 'not-shown' && draw === 'bar' ? <path d="M5 2h14v12H5Z" fill={colour} /> : null}
      {look.kind !== 'not-shown' && draw === 'line' ? line : null}
      {look.kind === 'slot' && draw === 'line' ? (
        <path d={seriesSymbol(look.slot)} fill={colour} transform="translate(7 3) scale(0.83)" />
      ) : null}
    </svg>
  )
}
