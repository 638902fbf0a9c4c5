import type { Practices } from '../practices.js'
import type { Finding, Lint } from './finding.js'
import { missingTranslation, noOwner, noPurpose, noRetention } from './lints/missing.js'
import { exampleRefused, identifierAltered, namesAlike, personalData } from './lints/wrong.js'

/** The checks of practices, in the order of their findings. */
export const LINTS: readonly Lint[] = [
  noPurpose,
  noOwner,
  noRetention,
  missingTranslation,
  identifierAltered,
  exampleRefused,
  namesAlike,
  personalData,
]

/** Checks practices for what the compiler cannot see; no finding means that they may be published. */
export const checkPractices = (practices: Practices): readonly Finding[] =>
  LINTS.flatMap(({ name, run }) => run(practices).map((finding) => ({ lint: name, ...finding })))
