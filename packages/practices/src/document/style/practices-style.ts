import { BASE_STYLE } from './base-style.js'
import { LAYOUT_STYLE } from './layout-style.js'
import { PRINT_STYLE } from './print-style.js'
import { TABLE_STYLE } from './table-style.js'

/** The text of the page's one style element, byte for byte, so that a content security policy can name its hash. */
export const PRACTICES_STYLE = [BASE_STYLE, LAYOUT_STYLE, TABLE_STYLE, PRINT_STYLE].join('')
