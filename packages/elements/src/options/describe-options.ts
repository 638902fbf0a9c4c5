import { DATA_CATEGORIES, explainDecision, type DataCategory, type Decision } from '@candor/practices'

import { describeChoice, type ChoiceView, type OptionsSource } from './describe-choice.js'
import { CATEGORY_TEXTS, optionsText } from './options-texts.js'

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
    choice: describeChoice(source, category, main.decision),
  }
}

/** What the General tab says now, category by category; a category without data types is left out. */
export const describeOptions = (source: OptionsSource): OptionsView =>
  DATA_CATEGORIES.map((category) => describeCategory(source, category)).filter((view) => view !== undefined)
