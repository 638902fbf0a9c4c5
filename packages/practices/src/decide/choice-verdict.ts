import type { ChoiceControl } from '../control.js'
import type { Untexted } from '../practices.js'
import { ownValue, type DecisionContext } from './context.js'
import type { Verdict } from './decision.js'

/** What a person's own choice says; one that is not made, or made in no known word, does not allow. */
export const choiceVerdict = (control: Untexted<ChoiceControl>, context: DecisionContext): Verdict => {
  const chosen = ownValue(context.user, control.reads)
  if (chosen === undefined || chosen === control.default) {
    const collect = control.default === control.collectsWhen
    return { collect, source: 'default', reason: collect ? 'default-allows' : 'default-forbids', losing: [] }
  }
  if (chosen === control.collectsWhen)
    return { collect: true, source: 'user', reason: 'setting-allows', losing: [] }
  const isKnown = control.values.some((value) => value === chosen)
  return {
    collect: false,
    source: 'user',
    reason: isKnown ? 'setting-forbids' : 'malformed-forbids',
    losing: [],
  }
}
