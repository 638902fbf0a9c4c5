import type { ReactElement } from 'react'

import { seriesSymbol } from '../theme/palette.js'

/** The line and the symbol of a slot, as they stand in the chart. */
export const SeriesMark = ({
  slot,
  colour,
}: {
  readonly slot: number
  readonly colour: string
}): ReactElement => (
  <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
    <path d="M0 8h24" stroke={colour} strokeWidth="2" />
    <path d={seriesSymbol(slot)} fill={colour} transform="translate(7 3) scale(0.83)" />
  </svg>
)
