import type { Localised } from './language.js'

/** What the table says of a code. */
export interface ErrorEntry {
  /** The HTTP status it is answered with, where it is answered over HTTP. */
  readonly status: number
  readonly title: Localised
  /** The way out. */
  readonly remedy: Localised
}
