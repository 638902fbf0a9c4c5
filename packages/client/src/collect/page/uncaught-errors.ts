import type { ExceptionValue } from '@candor/practices'

import type { Candor } from '../../core/candor.js'
import { findAutomatic } from '../automatic-types.js'
import { describeThrown } from '../describe-thrown.js'
import type { ErrorReporter } from '../error-reporter.js'
import { listen } from '../listen.js'
import { startAll, type Stop } from '../stops.js'
import { whileCollected } from '../while-collected.js'
import type { Page } from './page.js'

const UNCAUGHT = /^Uncaught (?:([A-Za-z_$][\w$]*): )?/

/** A script of another origin tells nothing but `Script error.`, which is kept as it is. */
const describeEvent = ({ error, message }: Partial<ErrorEvent>): ExceptionValue => {
  if (error !== undefined && error !== null) return describeThrown(error)
  const text = message ?? ''
  return { ...describeThrown(text.replace(UNCAUGHT, '')), type: UNCAUGHT.exec(text)?.[1] ?? 'Error' }
}

/** A picture or script that did not load has an error event without a message. */
const isOfScript = (event: Event): event is ErrorEvent => 'message' in event

/** Reports errors that nobody caught and rejections that nobody handled. What the page does with them stays as it is. */
export const collectUncaughtErrors = (
  candor: Candor,
  report: ErrorReporter,
  { window }: Pick<Page, 'window'>,
): Stop => {
  const types = findAutomatic(candor.practices, 'uncaught-error')
  return whileCollected(candor, types, () =>
    startAll([
      () =>
        listen(window, 'error', (event) => {
          if (isOfScript(event)) report(types, describeEvent(event))
        }),
      () =>
        listen(window, 'unhandledrejection', (event) =>
          report(types, describeThrown((event as PromiseRejectionEvent).reason)),
        ),
    ]),
  )
}
