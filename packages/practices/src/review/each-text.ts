import { DATA_CATEGORIES } from '../category.js'
import type { Localised } from '../language.js'
import type { Practices } from '../practices.js'
import { eachDataType } from './each-data-type.js'

/** A text for people, and what it is of. */
export interface PlacedText {
  /** A data type id, a category, a control or a rule, and the key of the text. */
  readonly where: string
  readonly text: Localised
}

const TEXTS_OF_A_CATEGORY = ['label', 'summary', 'purpose', 'identifies'] as const
const TEXTS_OF_A_TYPE = ['label', 'note', 'purpose'] as const

/** Every text of the practices. */
export const eachText = (practices: Practices): readonly PlacedText[] => [
  { where: 'name', text: practices.name },
  { where: 'summary', text: practices.summary },
  ...practices.remarks.map((text, at) => ({ where: `remarks.${at}`, text })),
  ...practices.rules.map(({ statement }, at) => ({ where: `rules.${at}`, text: statement })),
  ...Object.entries(practices.controls).flatMap(([name, { label, effect }]) => [
    { where: `${name}.label`, text: label },
    { where: `${name}.effect`, text: effect },
  ]),
  ...DATA_CATEGORIES.flatMap((category) =>
    TEXTS_OF_A_CATEGORY.map((key) => ({
      where: `${category}.${key}`,
      text: practices.categories[category][key],
    })),
  ),
  ...eachDataType(practices).flatMap(({ id, type }) =>
    TEXTS_OF_A_TYPE.flatMap((key) => {
      const text = type[key]
      return text === undefined ? [] : [{ where: `${id}.${key}`, text }]
    }),
  ),
]
