import type { Format } from '../language/format.js'
import type { Scheme } from '../theme/palette.js'
import type { FigureUnit } from './time-series.js'

/** Where and for whom a chart is drawn. */
export interface ChartSurroundings {
  readonly format: Format
  readonly scheme: Scheme
  readonly motion: 'full' | 'reduced'
  /** A figure with its unit; what stands for one that is not shown where it is null. */
  readonly figure: (value: number | null, unit: FigureUnit) => string
  /** A figure as it stands on an axis: short. */
  readonly axisFigure: (value: number, unit: FigureUnit) => string
}

/** The fonts of the pages; none is loaded. */
export const CHART_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'

/** Lines from the lower left to the upper right, over a paler ground: what is not shown, without any colour. */
export const hatchOf = (paper: string): object => ({
  symbol: 'rect',
  color: paper,
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
})
