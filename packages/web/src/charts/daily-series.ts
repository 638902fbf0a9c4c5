/** Numbers by day of one thing. */
export interface DailySeries {
  /** What tells it from the others, such as a data type or an app's name. */
  readonly id: string
  /** What people read. */
  readonly label: string
  /** In the order of the days; null where a small group is not shown. */
  readonly values: readonly (number | null)[]
  /** Of the whole period; null where a small group is not shown. */
  readonly total: number | null
  /** What one of it is; empty for a number of occurrences. */
  readonly unit: string
  /** Its colour and symbol, as seriesSlots gives it. */
  readonly slot: number
}

/** How the days are drawn: lines side by side, or bars on top of each other (only for what may be added up). */
export type ChartForm = 'lines' | 'stacked-bars'
