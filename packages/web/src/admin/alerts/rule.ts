import type { Shape } from '../api/api.js'
import type { ALERTS_TEXTS } from './texts.js'

/** When an alert fires. */
export type Rule = Shape<'Alert'>['rule']

/** A figure that can be watched. */
export type Figure = Extract<Rule, { readonly figure: unknown }>['figure']

/** The kinds of rules, in the order of the choice. */
export const RULE_KINDS = [
  'over',
  'under',
  'rise',
  'fall',
  'silence',
  'imbalance',
] as const satisfies readonly Rule['kind'][]

/** The figures, in the order of the choice. */
export const FIGURES = [
  'error-reports',
  'error-group',
  'sign-in-success',
  'crash-free-sessions',
  'census-devices',
  'usage-reports',
] as const satisfies readonly Figure[]

/** The periods, in the order of the choice. */
export const PERIODS = ['day', 'week', 'month'] as const

/** What is chosen and typed of a rule. */
export interface RuleDraft {
  readonly kind: Rule['kind']
  readonly figure: Figure
  readonly fingerprint: string
  readonly period: (typeof PERIODS)[number]
  /** Of over and under, a limit; of rise and fall, percent; of silence, hours. */
  readonly number: string
  readonly category: Shape<'Category'>
}

/** The rule that is meant by what was typed. */
export const ruleOf = ({ kind, figure, fingerprint, period, number, category }: RuleDraft): Rule => {
  const of = figure === 'error-group' ? { fingerprint: fingerprint.trim() } : {}
  switch (kind) {
    case 'over':
    case 'under':
      return { kind, figure, ...of, period, limit: Number(number) }
    case 'rise':
    case 'fall':
      return { kind, figure, ...of, period, percent: Number(number) }
    case 'silence':
      return { kind, category, hours: Number(number) }
    case 'imbalance':
      return { kind }
    default:
      return kind satisfies never
  }
}

/** A channel that an alert may tell. */
export type Channel =
  | { readonly kind: 'web-hook'; readonly url: string }
  | { readonly kind: 'e-mail'; readonly to: string }

/** The channels in lines of addresses. */
export const channelsOf = (lines: string): Channel[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => (/^https?:/i.test(line) ? { kind: 'web-hook', url: line } : { kind: 'e-mail', to: line }))

type Texts = (typeof ALERTS_TEXTS)['en']

/** A rule in words; `category` says a lane, `format` writes numbers. */
export const ruleWords = (
  rule: Rule,
  texts: Texts,
  category: (category: Shape<'Category'>) => string,
  format: (number: number) => string,
): string => {
  switch (rule.kind) {
    case 'imbalance':
      return texts.rules.imbalance
    case 'silence':
      return texts.rules.silence(category(rule.category), format(rule.hours))
    case 'over':
      return texts.rules.over(figureWords(rule, texts), format(rule.limit), texts.goingOn[rule.period])
    case 'under':
      return texts.rules.under(figureWords(rule, texts), format(rule.limit), texts.whole[rule.period])
    case 'rise':
    case 'fall':
      return texts.rules[rule.kind](figureWords(rule, texts), format(rule.percent), texts.whole[rule.period])
    default:
      return rule satisfies never
  }
}

const figureWords = (
  { figure, fingerprint }: { readonly figure: Figure; readonly fingerprint?: string },
  texts: Texts,
): string => (fingerprint === undefined ? texts.figures[figure] : `${texts.figures[figure]} ${fingerprint}`)
