import type { ChoiceControl } from '../control.js'
import type { Untexted } from '../practices.js'
import { ownValue, type DecisionContext } from './context.js'
import type { Verdict } from './decision.js'

const NONE: Verdict['losing'] = []

/** The key beside a choice that holds the practices version whose wording was shown. */
const VERSION_SUFFIX = 'Version'

const isOutdated = (reads: string, context: DecisionContext, since: number): boolean => {
  if (since <= 1) return false
  const version = ownValue(context.user, reads + VERSION_SUFFIX)
  return typeof version !== 'number' || version < since
}

/**
 * What a person's own choice says; one that is not made, made in no known word, or made before the data type was
 * collected (practices version `since`), does not allow.
 */
export const choiceVerdict = (
  control: Untexted<ChoiceControl>,
  context: DecisionContext,
  since: number,
): Verdict => {
  const chosen = ownValue(context.user, control.reads)
  if (chosen === undefined || chosen === control.default) {
    const collect = control.default === control.collectsWhen
    return {
      collect,
      source: 'default',
      reason: collect ? 'default-allows' : 'default-forbids',
      losing: NONE,
    }
  }
  if (chosen === control.collectsWhen) {
    const collect = !isOutdated(control.reads, context, since)
    return { collect, source: 'user', reason: collect ? 'setting-allows' : 'consent-outdated', losing: NONE }
  }
  const isKnown = control.values.some((value) => value === chosen)
  return {
    collect: false,
    source: 'user',
    reason: isKnown ? 'setting-forbids' : 'malformed-forbids',
    losing: NONE,
  }
}
