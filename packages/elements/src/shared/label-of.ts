import type { DataCategory, Language, Practices } from '@candor/practices'

/** A data type's name as people read it, where the practices' texts are given; else its name in the practices. */
export const labelOf = (
  practices: Practices | undefined,
  category: DataCategory,
  name: string,
  language: Language,
): string => {
  const types: Practices['dataTypes'][DataCategory] | undefined = practices?.dataTypes[category]
  return types !== undefined && Object.hasOwn(types, name) ? (types[name]?.label?.[language] ?? name) : name
}
