import type { ChoiceControl } from '../control.js'
import type { Untexted } from '../practices.js'
import { conclude } from './conclude.js'
import { ownValue, type DecisionContext } from './context.js'
import { considered, type Verdict } from './decision.js'

/** The key beside a choice that holds the practices version whose wording was shown. */
const VERSION_SUFFIX = 'Version'

/**
 * What a person's own choice says; one that is not made, made in no known word, or made before the data type was
 * collected (practices version `since`), does not allow.
 */
export const choiceVerdict = (
  name: string,
  control: Untexted<ChoiceControl>,
  { user }: DecisionContext,
  since: number,
): Verdict => {
  const { reads, values } = control
  const chosen = ownValue(user, reads)
  if (chosen === undefined || chosen === control.default) return conclude(control, undefined, [])
  const form = values.some((value) => value === chosen) ? 'valid' : 'malformed'
  const verdict = conclude(control, considered(name, 'user', chosen, form), [])
  const version = ownValue(user, reads + VERSION_SUFFIX)
  return verdict.collect && since > 1 && !(typeof version === 'number' && version >= since)
    ? { ...verdict, collect: false, reason: 'consent-outdated' }
    : verdict
}
