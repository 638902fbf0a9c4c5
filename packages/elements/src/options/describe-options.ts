import { DATA_CATEGORIES, explainDecision, type DataCategory } from '@candor/practices'

import { groupDecisions } from '../shared/group-decisions.js'
import { labelOf } from '../shared/label-of.js'
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
  /** What the category holds, by data type. */
  readonly contents: ContentsView
  readonly choice: ChoiceView | undefined
}

/** The data types of a category, named. */
export interface ContentsView {
  readonly title: string
  readonly dataTypes: readonly { readonly label: string; readonly note: string | undefined }[]
}

/** The General tab. */
export type OptionsView = readonly CategoryView[]

const describeContents = (
  { candor, language, practices }: OptionsSource,
  category: DataCategory,
): ContentsView => {
  const dataTypes = Object.keys(candor.practices.dataTypes[category]).map((name) => ({
    label: labelOf(practices, category, name, language),
    note: practices?.dataTypes[category][name]?.note?.[language],
  }))
  return { title: `${optionsText('contents', language)} (${dataTypes.length})`, dataTypes }
}

const describeCategory = (source: OptionsSource, category: DataCategory): CategoryView | undefined => {
  const { candor, language, practices } = source
  const [main, ...apart] = groupDecisions(candor, category)
  if (main === undefined) return undefined
  const texts = practices?.categories[category] ?? CATEGORY_TEXTS[category]
  const exceptions = apart.map(({ decision, dataTypes }) => {
    const names = dataTypes.map((name) => labelOf(practices, category, name, language)).join(', ')
    return `${optionsText('except', language)}: ${names}. ${explainDecision(decision, language)}`
  })
  return {
    category,
    label: texts.label[language],
    summary: texts.summary[language],
    isCollected: main.decision.collect,
    state: optionsText(main.decision.collect ? 'on' : 'off', language),
    decisions: [explainDecision(main.decision, language), ...exceptions],
    contents: describeContents(source, category),
    choice: describeChoice(source, category, main.decision),
  }
}

/** What the General tab says now, category by category; a category without data types is left out. */
export const describeOptions = (source: OptionsSource): OptionsView =>
  DATA_CATEGORIES.map((category) => describeCategory(source, category)).filter((view) => view !== undefined)
