import type { BooleanControl, Scope } from '../control.js'
import type { Untexted } from '../practices.js'
import { ownValue, type DecisionContext, type Meeting } from './context.js'
import type { ConsideredSetting, Verdict } from './decision.js'

type Bare = Untexted<BooleanControl>

const identityOf = (scope: Scope, meeting: Meeting | undefined): string | undefined => {
  if ('name' in scope) return scope.name
  const place = ownValue(meeting, scope.of)
  return typeof place === 'string' ? scope.prefix + place : undefined
}

const NONE: readonly ConsideredSetting[] = []

/** Settings that are no object at all are malformed at the first scope. */
const malformedWhole = (name: string, control: Bare, value: unknown): readonly ConsideredSetting[] => {
  const [scope] = control.scopes
  return [
    { control: name, source: scope && 'name' in scope ? scope.name : 'settings', value, form: 'malformed' },
  ]
}

const settingsOf = (name: string, control: Bare, context: DecisionContext): readonly ConsideredSetting[] => {
  const settings = ownValue(context.settings, name)
  if (settings === undefined) return NONE
  if (typeof settings !== 'object' || settings === null) return malformedWhole(name, control, settings)
  let found: ConsideredSetting[] | undefined
  for (const scope of control.scopes) {
    const source = identityOf(scope, context.meeting)
    const value = source === undefined ? undefined : ownValue(settings, source)
    if (source === undefined || value === undefined) continue
    found ??= []
    found.push({ control: name, source, value, form: typeof value === 'boolean' ? 'valid' : 'malformed' })
  }
  return found ?? NONE
}

const winnerOf = (control: Bare, found: readonly ConsideredSetting[]): ConsideredSetting | undefined => {
  if (control.resolution === 'strictest') {
    for (const setting of found) if (setting.value !== control.collectsWhen) return setting
  }
  return found[0]
}

/** What a yes-or-no control says: the strictest of its settings or the nearest, and its default where none is set. */
export const booleanVerdict = (name: string, control: Bare, context: DecisionContext): Verdict => {
  const found = settingsOf(name, control, context)
  const winner = winnerOf(control, found)
  if (winner === undefined) {
    const collect = control.default === control.collectsWhen
    return {
      collect,
      source: 'default',
      reason: collect ? 'default-allows' : 'default-forbids',
      losing: NONE,
    }
  }
  const collect = winner.value === control.collectsWhen
  const losing = found.length === 1 ? NONE : found.filter((setting) => setting !== winner)
  const forbids = winner.form === 'malformed' ? 'malformed-forbids' : 'setting-forbids'
  return { collect, source: winner.source, reason: collect ? 'setting-allows' : forbids, losing }
}
