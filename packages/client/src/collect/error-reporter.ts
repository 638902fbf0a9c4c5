import type { ExceptionValue } from '@candor/practices'

import type { Candor } from '../core/candor.js'
import type { AutomaticType } from './automatic-types.js'
import { createErrorBudget, errorKey } from './error-budget.js'

/** Reports an error as these data types, all in one report. */
export type ErrorReporter = (types: readonly AutomaticType[], exception: ExceptionValue) => void

/**
 * Makes the reporter of errors that the app did not report itself. What is left out as a repetition is named in the log of
 * the next report, where the practices have one. It does not go into itself.
 */
export const createErrorReporter = (candor: Candor, now: () => number): ErrorReporter => {
  const judge = createErrorBudget()
  let isReporting = false
  const report: ErrorReporter = (types, exception) => {
    const isCollected = types.some(({ id }) => candor.decide(id).collect)
    if (!isCollected) return
    const verdict = judge(errorKey(exception), now())
    if (verdict.kind !== 'admitted') return
    if (verdict.repeats > 0) candor.error.log('info', `${verdict.repeats} repeated errors were left out`)
    candor.error.report(Object.fromEntries(types.map(({ name }) => [name, exception])))
  }
  return (types, exception) => {
    if (isReporting) return
    isReporting = true
    try {
      report(types, exception)
    } finally {
      isReporting = false
    }
  }
}
