import type { BooleanControl, Scope } from '../control.js'
import type { Untexted } from '../practices.js'
import { conclude } from './conclude.js'
import { isHolder, ownValue, type DecisionContext, type Meeting } from './context.js'
import { considered, type ConsideredSetting, type Verdict } from './decision.js'

type Bare = Untexted<BooleanControl>

const identityOf = (scope: Scope, meeting: Meeting | undefined): string | undefined => {
  if ('name' in scope) return scope.name
  const place = ownValue(meeting, scope.of)
  return typeof place === 'string' ? scope.prefix + place : undefined
}

const settingsOf = (name: string, { scopes }: Bare, context: DecisionContext): ConsideredSetting[] => {
  const { settings: all } = context
  // Settings that cannot be read may have held any.
  const settings = all === undefined || isHolder(all) ? ownValue(all, name) : all
  const found: ConsideredSetting[] = []
  for (const scope of scopes) {
    const source = identityOf(scope, context.meeting)
    const value = source === undefined ? undefined : ownValue(settings, source)
    if (source !== undefined && value !== undefined)
      found.push(considered(name, source, value, typeof value === 'boolean' ? 'valid' : 'malformed'))
  }
  // Settings that are no object at all are malformed at the first scope.
  if (settings !== undefined && !isHolder(settings))
    found.push(
      considered(name, (scopes[0] && identityOf(scopes[0], undefined)) ?? 'settings', settings, 'malformed'),
    )
  return found
}

/** What a yes-or-no control says: the strictest of its settings or the nearest, and its default where none is set. */
export const booleanVerdict = (name: string, control: Bare, context: DecisionContext): Verdict => {
  const found = settingsOf(name, control, context)
  const strictest =
    control.resolution === 'strictest' ? found.find(({ value }) => value !== control.collectsWhen) : undefined
  return conclude(control, strictest ?? found[0], found)
}
