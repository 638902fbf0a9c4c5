import type { ConsideredSetting, Verdict } from './decision.js'

interface Plain {
  readonly default: unknown
  readonly collectsWhen: unknown
}

/** What a control whose values are not graded says by the setting that decides, or by its default where none does. */
export const conclude = (
  control: Plain,
  winner: ConsideredSetting | undefined,
  found: readonly ConsideredSetting[],
): Verdict => {
  const basis = winner ? 'setting' : 'default'
  const collect = (winner ? winner.value : control.default) === control.collectsWhen
  if (collect) return { collect, reason: `${basis}-allows`, winner, found }
  return {
    collect,
    reason: winner?.form === 'malformed' ? 'malformed-forbids' : `${basis}-forbids`,
    winner,
    found,
  }
}
