import type { DataCategory } from '@candor/practices'

/** How a series is coloured: a slot of the palette, its lane's colour, or one of the neutral ones. */
export type SeriesLook =
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'lane'; readonly lane: DataCategory }
  /** The same thing in the periods before: dashed, in the colour of what it is compared with. */
  | { readonly kind: 'before'; readonly slot: number }
  /** Groups beyond the largest, together. */
  | { readonly kind: 'others' }
  /** Groups too small to be shown, together: hatched. */
  | { readonly kind: 'not-shown' }

/** What a number is; `share` is 0 to 1, shown as per cent. */
export type FigureUnit = '' | 'share' | 'minute' | 'second'

/** Numbers by period of one thing. */
export interface TimeSeries {
  /** What tells it from the others, such as a data type or an app's name. */
  readonly id: string
  /** What people read. */
  readonly label: string
  /** In the order of the periods; null where one is not shown. */
  readonly values: readonly (number | null)[]
  readonly unit: FigureUnit
  readonly look: SeriesLook
  /** Bars stand on top of each other, so only what may be added up is drawn as bars. */
  readonly draw: 'line' | 'bar'
}
