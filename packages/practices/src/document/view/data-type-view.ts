import type { DataCategory } from '../../category.js'
import type { DataType } from '../../data-type.js'
import type { Language } from '../../language.js'
import type { Practices } from '../../practices.js'
import type { Phrase } from '../phrase.js'
import { identifiersOf, markIdentifiers } from '../mark-identifiers.js'
import type { DocumentTexts } from '../texts/document-texts.js'
import { textsOf } from '../texts/texts-of.js'
import { holdsPhrase } from './holds-phrase.js'

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
  /** The values, ranges, figures or settings that it can hold, where the practices list them. */
  readonly holds: Phrase | undefined
  /** From what the client itself fills it, where it can. */
  readonly automatic: string | undefined
  /** Only where it is not the category's. */
  readonly purpose: Phrase | undefined
  /** Days; only where they are not the category's. */
  readonly retentionDays: number | undefined
}

const kindText = (type: DataType, texts: DocumentTexts): string =>
  type.kind === 'duration' ? texts.durationUnits[type.unit] : texts.kinds[type.kind]

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
    automatic: type.automatic && texts.automatic(type.automatic),
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
