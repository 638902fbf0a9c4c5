import { seriesColour, SURFACES, type Scheme } from '../theme/palette.js'
import type { SeriesLook } from './time-series.js'

/** The colour of a series. */
export const lookColour = (scheme: Scheme, look: SeriesLook): string => {
  switch (look.kind) {
    case 'slot':
    case 'before':
      return seriesColour(scheme, look.slot)
    case 'lane':
      return SURFACES[scheme][look.lane]
    case 'others':
    case 'not-shown':
      return SURFACES[scheme].quiet
    default:
      return look satisfies never
  }
}
