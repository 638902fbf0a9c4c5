import type { DataCategory, Language } from '@candor/practices'

import type { PracticesTexts } from './practices-texts.js'

/** A data type's name as people read it, where the practices' texts are given; else its name in the practices. */
export const labelOf = (
  practices: PracticesTexts | undefined,
  category: DataCategory,
  name: string,
  language: Language,
): string => {
  const types = practices?.dataTypes[category]
  return types !== undefined && Object.hasOwn(types, name) ? (types[name]?.label?.[language] ?? name) : name
}
