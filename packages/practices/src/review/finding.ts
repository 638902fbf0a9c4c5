import type { Localised } from '../language.js'
import type { Practices } from '../practices.js'

/** What a lint found, and where. */
export interface Finding {
  /** The lint's name, such as no-purpose. */
  readonly lint: string
  /** What it is about: a data type id, a category or a control. */
  readonly where: string
  readonly message: Localised
}

/** A named check of practices. */
export interface Lint {
  readonly name: string
  readonly run: (practices: Practices) => readonly Omit<Finding, 'lint'>[]
}
