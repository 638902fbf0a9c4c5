import type { DataCategory } from '../../category.js'
import type { DataType } from '../../data-type.js'
import type { Language } from '../../language.js'
import type { Practices } from '../../practices.js'
import { code, joinPhrases, say, type Phrase } from '../phrase.js'
import { identifiersOf, markIdentifiers } from '../mark-identifiers.js'
import type { DocumentTexts } from '../texts/document-texts.js'
import { textsOf } from '../texts/texts-of.js'

/** One row of a category's table. */
export interface DataTypeView {
  /** Its id with the category, such as usage.IMSent; also its address on the page. */
  readonly id: string
  readonly name: string
  readonly type: DataType
  /** Undefined where the data type has no other name than its id. */
  readonly label: string | undefined
  readonly kind: string
  readonly example: string
  readonly note: Phrase | undefined
  /** The values, figures or settings that it can hold, where the practices list them. */
  readonly holds: Phrase | undefined
  /** Only where it is not the category's. */
  readonly purpose: Phrase | undefined
  /** Days; only where they are not the category's. */
  readonly retentionDays: number | undefined
}

const kindText = (type: DataType, texts: DocumentTexts): string =>
  type.kind === 'duration' ? texts.durationUnits[type.unit] : texts.kinds[type.kind]

const listed = (word: string, values: readonly Phrase[]): Phrase => say`${word} ${joinPhrases(values, ', ')}.`

const holdsPhrase = (type: DataType, texts: DocumentTexts): Phrase | undefined => {
  switch (type.kind) {
    case 'enumeration':
      return listed(
        texts.oneOf,
        type.values.map((value) => [code(value)]),
      )
    case 'labelled-count':
      return (
        type.labels &&
        listed(
          texts.oneOf,
          type.labels.map((label) => [code(label)]),
        )
      )
    case 'measurements': {
      const figures = Object.entries(type.figures)
      return listed(
        texts.holds,
        figures.map(([name, unit]) => (unit === '' ? [code(name)] : say`${code(name)} (${unit})`)),
      )
    }
    case 'attributes':
      return listed(
        texts.holds,
        type.attributes.map((name) => [code(name)]),
      )
    default:
      return undefined
  }
}

const dataTypeView = (
  practices: Practices,
  category: DataCategory,
  name: string,
  type: DataType,
  language: Language,
): DataTypeView => {
  const texts = textsOf(language)
  const marked = (text: string | undefined): Phrase | undefined =>
    text === undefined ? undefined : markIdentifiers(text, identifiersOf(practices))
  const label = type.label?.[language]
  return {
    id: `${category}.${name}`,
    name,
    type,
    label: label === name ? undefined : label,
    kind: kindText(type, texts),
    example: type.example,
    note: marked(type.note?.[language]),
    holds: holdsPhrase(type, texts),
    purpose: marked(type.purpose?.[language]),
    retentionDays: type.retentionDays,
  }
}

/** The rows of a category's table, in the practices' order. */
export const dataTypeViews = (
  practices: Practices,
  category: DataCategory,
  language: Language,
): readonly DataTypeView[] => {
  const types: Readonly<Record<string, DataType>> = practices.dataTypes[category]
  return Object.entries(types).map(([name, type]) => dataTypeView(practices, category, name, type, language))
}
