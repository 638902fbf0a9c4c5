import type { AlertRule } from './alert.js'

/** What a rule is judged by. */
export interface AlertFacts {
  /** The figure of the last whole period but one, of the last whole one, and of the one that goes on; null where it is not shown. */
  readonly figure: readonly [number | null, number | null, number | null]
  /** Of silence: hours since a report of the category came. */
  readonly silentHours: number
  /** Reports that are missing from the balance of all categories; 0 where it is right. */
  readonly missing: number
}

/** How a rule stands; unknown where the figure is not shown, so that nothing changes. */
export type AlertVerdict =
  | { readonly kind: 'firing' | 'quiet'; readonly value: number }
  | { readonly kind: 'unknown' }

const verdict = (fires: boolean, value: number): AlertVerdict => ({ kind: fires ? 'firing' : 'quiet', value })

const UNKNOWN: AlertVerdict = { kind: 'unknown' }

/** Judges a rule by what is known now. */
export const judgeAlert = (rule: AlertRule, { figure, silentHours, missing }: AlertFacts): AlertVerdict => {
  const [before, last, current] = figure
  switch (rule.kind) {
    case 'over':
      return current === null ? UNKNOWN : verdict(current > rule.limit, current)
    case 'under':
      return last === null ? UNKNOWN : verdict(last < rule.limit, last)
    case 'rise':
    case 'fall': {
      // From nothing any rise is endless.
      if (before === null || last === null || before === 0) return UNKNOWN
      const percent = ((last - before) / before) * 100
      return verdict(rule.kind === 'rise' ? percent > rule.percent : percent < -rule.percent, percent)
    }
    case 'silence':
      return verdict(silentHours >= rule.hours, silentHours)
    case 'imbalance':
      return verdict(missing !== 0, missing)
    default:
      return rule satisfies never
  }
}
