import type { Candor } from '@candor/client/browser'
import {
  DATA_CATEGORIES,
  explainDecision,
  type DataCategory,
  type Decision,
  type Language,
  type Practices,
} from '@candor/practices'

import { CATEGORY_TEXTS, optionsText } from './options-texts.js'

/** The one switch that is the user's, or why there is none. */
export type ChoiceView =
  | {
      readonly kind: 'open'
      readonly isGranted: boolean
      readonly label: string
      readonly description: string
    }
  | { readonly kind: 'disabled'; readonly label: string; readonly description: string }
  | { readonly kind: 'absent'; readonly description: string }

/** One category as the General tab shows it. */
export interface CategoryView {
  readonly category: DataCategory
  readonly label: string
  readonly summary: string
  readonly isCollected: boolean
  /** On or off, in the language. */
  readonly state: string
  /** Whether, why and by whose decision; further sentences are about data types that are decided apart. */
  readonly decisions: readonly string[]
  readonly choice: ChoiceView | undefined
}

/** The General tab. */
export type OptionsView = readonly CategoryView[]

/** The part of an app's Candor that the General tab uses, whatever its practices. */
export type CandorOfOptions = Pick<Candor, 'practices' | 'decide' | 'consent' | 'subscribe'>

/** What the options are described from. */
export interface OptionsSource {
  readonly candor: Pick<CandorOfOptions, 'practices' | 'decide' | 'consent'>
  readonly language: Language
  /** Whether a person is signed in, who could choose. */
  readonly person: 'signed-in' | 'signed-out'
  /** The practices with their texts. Default: a short catalogue of the element's own. */
  readonly practices?: Practices | undefined
}

interface DecidedGroup {
  readonly decision: Decision
  readonly dataTypes: readonly string[]
}

const groupDecisions = (
  { practices, decide }: OptionsSource['candor'],
  category: DataCategory,
): DecidedGroup[] => {
  const groups = new Map<string, { decision: Decision; dataTypes: string[] }>()
  for (const name of Object.keys(practices.dataTypes[category])) {
    const decision = decide(`${category}.${name}`)
    const key = [decision.collect, decision.control, decision.source, decision.reason].join('\n')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { decision, dataTypes: [name] })
    else group.dataTypes.push(name)
  }
  return [...groups.values()].toSorted((a, b) => b.dataTypes.length - a.dataTypes.length)
}

/** A rule that leaves a part to the person names a control of kind choice; the rule is known by the control that decided. */
const isLeftToThePerson = (
  { practices }: OptionsSource['candor'],
  category: DataCategory,
  decision: Decision,
): boolean =>
  practices.rules.some(
    (rule) =>
      rule.categories.includes(category) &&
      decision.control !== null &&
      rule.controls.includes(decision.control) &&
      rule.controls.some((name) => practices.controls[name]?.kind === 'choice'),
  )

const isDecidedByThePerson = ({ practices }: OptionsSource['candor'], decision: Decision): boolean =>
  decision.control !== null && practices.controls[decision.control]?.kind === 'choice'

const describeChoice = (source: OptionsSource, decision: Decision): ChoiceView => {
  const { candor, language, person } = source
  const text = (name: Parameters<typeof optionsText>[0]): string => optionsText(name, language)
  if (!isLeftToThePerson(candor, 'error', decision))
    return { kind: 'absent', description: text('choiceElsewhere') }
  const label = text('choice')
  if (person === 'signed-out') return { kind: 'disabled', label, description: text('choiceSignedOut') }
  const description = text(isDecidedByThePerson(candor, decision) ? 'choiceOpen' : 'choiceKept')
  return { kind: 'open', isGranted: candor.consent.get() === 'granted', label, description }
}

const describeCategory = (source: OptionsSource, category: DataCategory): CategoryView | undefined => {
  const { candor, language, practices } = source
  const [main, ...apart] = groupDecisions(candor, category)
  if (main === undefined) return undefined
  const texts = practices?.categories[category] ?? CATEGORY_TEXTS[category]
  const exceptions = apart.map(
    ({ decision, dataTypes }) =>
      `${optionsText('except', language)}: ${dataTypes.join(', ')}. ${explainDecision(decision, language)}`,
  )
  return {
    category,
    label: texts.label[language],
    summary: texts.summary[language],
    isCollected: main.decision.collect,
    state: optionsText(main.decision.collect ? 'on' : 'off', language),
    decisions: [explainDecision(main.decision, language), ...exceptions],
    choice: category === 'error' ? describeChoice(source, main.decision) : undefined,
  }
}

/** What the General tab says now, category by category; a category without data types is left out. */
export const describeOptions = (source: OptionsSource): OptionsView =>
  DATA_CATEGORIES.map((category) => describeCategory(source, category)).filter((view) => view !== undefined)
