import type { Row } from './engine.js'
import type { Column } from './column.js'

/** A report as whom it is about reads it: its id, what it shares with others under the columns' names, and its values by data type. */
export type HeldRow = Readonly<Record<string, unknown>>

const ZERO_UUID = '00000000-0000-0000-0000-000000000000'

/** The store keeps no difference between a value that is absent and one that is nought. */
const isNothing = (value: unknown): boolean =>
  value === '' ||
  value === 0 ||
  value === ZERO_UUID ||
  (typeof value === 'object' && (value === null || Object.keys(value).length === 0))

const readable = ({ type, dataType }: Column, value: unknown): unknown => {
  if (typeof value !== 'string') return value
  if (type === 'date-time' || type === 'instant') return `${value.replace(' ', 'T')}Z`
  return type === 'uuid' && dataType !== undefined ? value.toUpperCase() : value
}

/** A stored row without what is nothing; the parts of an exception are one value again. */
export const heldRow = (columns: readonly Column[], row: Row): HeldRow => {
  const held: Record<string, unknown> = {}
  for (const column of columns) {
    const { name, dataType } = column
    if (isNothing(row[name])) continue
    const value = readable(column, row[name])
    if (dataType === undefined || name === dataType) held[name] = value
    else
      held[dataType] = { ...(held[dataType] as object | undefined), [name.slice(dataType.length + 1)]: value }
  }
  const { report_id: id, ...others } = held
  return { id, ...others }
}
