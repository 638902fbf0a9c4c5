import { pairwise, shareOf, sumOf, type Values } from './split.js'

/** A rate: what part of the attempts went well, by period and as a whole. */
export interface Rate {
  readonly attempts: Values
  readonly good: Values
  readonly bad: Values
  /** 0 to 1. */
  readonly values: Values
}

/** The data types that rates are derived from, by the names of the practices. */
export const RATES = {
  signIn: { attempts: 'SignInAttempts', bad: 'SignInFailures' },
  meetingJoin: { attempts: 'MeetingJoinAttempts', good: 'MeetingJoinSuccesses' },
  crashFree: { attempts: 'Sessions', bad: 'Crashes' },
} as const

/** A rate there is. */
export type RateName = keyof typeof RATES

/** The values of a data type; undefined where the product does not have it. */
export type ValuesOf = (dataType: string) => Values | undefined

/** A rate of a product's data types; undefined where the product does not have them. */
export const rateOf = (name: RateName, valuesOf: ValuesOf): Rate | undefined => {
  const types: { readonly attempts: string; readonly good?: string; readonly bad?: string } = RATES[name]
  const attempts = valuesOf(types.attempts)
  const part = valuesOf(types.good ?? types.bad ?? '')
  if (attempts === undefined || part === undefined) return undefined
  const rest = pairwise(attempts, part, (whole, one) => (one <= whole ? whole - one : null))
  const [good, bad] = types.good === undefined ? [rest, part] : [part, rest]
  return { attempts, good, bad, values: pairwise(good, attempts, shareOf) }
}

/** The rate over several periods: of those alone in which both numbers are shown. */
export const rateOver = ({ attempts, good }: Pick<Rate, 'attempts' | 'good'>): number | null => {
  const both = pairwise(good, attempts, (part) => part)
  const whole = sumOf(pairwise(attempts, good, (one) => one))
  const part = sumOf(both)
  return part === null || whole === null ? null : shareOf(part, whole)
}
