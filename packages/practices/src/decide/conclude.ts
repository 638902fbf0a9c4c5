import type { ConsideredSetting, Verdict } from './decision.js'

/** The verdict that a setting forbids, or the default where none is set. */
export const forbid = (
  winner: ConsideredSetting | undefined,
  found: readonly ConsideredSetting[],
): Verdict => {
  const basis = winner?.form === 'malformed' ? 'malformed' : 'setting'
  return { collect: false, reason: winner ? `${basis}-forbids` : 'default-forbids', winner, found }
}

interface Ungraded {
  readonly default: unknown
  readonly collectsWhen: unknown
}

/** The verdict of a control without grades, by the setting that decides, or by its default where none is set. */
export const conclude = (
  control: Ungraded,
  winner: ConsideredSetting | undefined,
  found: readonly ConsideredSetting[],
): Verdict =>
  winner?.form !== 'malformed' && (winner ? winner.value : control.default) === control.collectsWhen
    ? { collect: true, reason: winner ? 'setting-allows' : 'default-allows', winner, found }
    : forbid(winner, found)
