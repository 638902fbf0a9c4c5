import { findDataType, isObject, type DataCategory, type Language, type Practices } from '@candor/practices'
import type { HeldRow } from '../store/held-row.js'
import { COLUMN_LABELS } from './subject-texts.js'

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textOf).join(' | ')
  if (!isObject(value)) return JSON.stringify(value)
  return Object.entries(value)
    .map(([name, part]) => `${name} ${textOf(part)}`)
    .join(', ')
}

/** Rows as people read them: a line for each value, named as on the practices page. */
export const readableRows = (
  versions: readonly Practices[],
  category: DataCategory,
  rows: readonly HeldRow[],
  language: Language,
): readonly string[] => {
  const labelOf = (name: string): string => {
    const types = versions.map((practices) => findDataType(practices, category, name))
    const type = types.find((found) => found !== undefined) as
      | { readonly label?: Readonly<Record<Language, string>> }
      | undefined
    return (
      type?.label?.[language] ?? (type === undefined ? COLUMN_LABELS[name]?.[language] : undefined) ?? name
    )
  }
  return rows.map((row) =>
    Object.entries(row)
      .map(([name, value]) => `${labelOf(name)}: ${textOf(value)}`)
      .join('\n'),
  )
}
