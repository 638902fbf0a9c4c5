import { DATA_CATEGORIES, type DataCategory } from '../../category.js'
import type { Language } from '../../language.js'
import { practicesId, type Practices } from '../../practices.js'
import { identifiersOf, markIdentifiers } from '../mark-identifiers.js'
import type { Phrase } from '../phrase.js'
import { textsOf } from '../texts/texts-of.js'
import type { DocumentTexts } from '../texts/document-texts.js'
import { dataTypeViews, type DataTypeView } from './data-type-view.js'
import { defaultStates, type DefaultState } from './default-states.js'
import { ruleViews, type RuleView } from './rule-view.js'

/** How the document is written. */
export interface DocumentOptions {
  readonly language: Language
  /** The practices' fingerprint, as the service gives it. */
  readonly fingerprint: string
}

/** A category as people read it. */
export interface CategoryView {
  readonly category: DataCategory
  readonly label: string
  readonly purpose: Phrase
  readonly summary: Phrase
  readonly identifies: Phrase
  readonly retentionDays: number
  readonly states: readonly DefaultState[]
  readonly dataTypes: readonly DataTypeView[]
  readonly rules: readonly RuleView[]
}

/** The whole document in one language, before it is written as HTML or Markdown. */
export interface PracticesView {
  readonly language: Language
  readonly texts: DocumentTexts
  readonly product: string
  /** product@version */
  readonly id: string
  readonly fingerprint: string
  readonly title: string
  readonly summary: Phrase
  readonly categories: readonly CategoryView[]
  readonly remarks: readonly Phrase[]
}

const categoryView = (practices: Practices, category: DataCategory, language: Language): CategoryView => {
  const { label, purpose, summary, identifies, retentionDays } = practices.categories[category]
  const marked = (text: string): Phrase => markIdentifiers(text, identifiersOf(practices))
  return {
    category,
    label: label[language],
    purpose: marked(purpose[language]),
    summary: marked(summary[language]),
    identifies: marked(identifies[language]),
    retentionDays,
    states: defaultStates(practices, category, language),
    dataTypes: dataTypeViews(practices, category, language),
    rules: ruleViews(practices, category, language),
  }
}

/** What the document says in a language, whatever it is then written in. */
export const viewPractices = (
  practices: Practices,
  { language, fingerprint }: DocumentOptions,
): PracticesView => {
  const marked = (text: string): Phrase => markIdentifiers(text, identifiersOf(practices))
  return {
    language,
    texts: textsOf(language),
    product: practices.product,
    id: practicesId(practices),
    fingerprint,
    title: practices.name[language],
    summary: marked(practices.summary[language]),
    categories: DATA_CATEGORIES.map((category) => categoryView(practices, category, language)),
    remarks: practices.remarks.map((remark) => marked(remark[language])),
  }
}
