import type { BareDataType, DataTypeKind, ExceptionValue } from '@candor/practices'

import type { Column, StoredRows } from './column.js'
import type { ColumnType } from './column-type.js'

const TYPE_BY_KIND = {
  count: 'count',
  duration: 'amount',
  'labelled-count': 'counts-by-word',
  distribution: 'counts-by-word',
  enumeration: 'word',
  name: 'word',
  version: 'word',
  language: 'word',
  'twice-hashed-user-id': 'uuid',
  'device-id': 'uuid',
  organisation: 'word',
  'service-hashed-user-id': 'uuid',
  text: 'text',
  log: 'log-lines',
  measurements: 'numbers-by-word',
  attributes: 'words-by-word',
  'ip-address': 'text',
  'sip-uri': 'text',
} as const satisfies Readonly<Record<Exclude<DataTypeKind, 'exception'>, ColumnType>>

const valuesOf =
  (name: string) =>
  ({ reports, absent }: StoredRows): readonly unknown[] =>
    reports.data.get(name) ?? absent

const exceptionColumns = (name: string): readonly Column[] => {
  const partOf = (part: keyof ExceptionValue) => (rows: StoredRows) =>
    valuesOf(name)(rows).map((value) => (value as ExceptionValue | undefined)?.[part])
  return [
    { name: `${name}_type`, type: 'word', dataType: name, valuesOf: partOf('type') },
    { name: `${name}_message`, type: 'text', dataType: name, valuesOf: partOf('message') },
    { name: `${name}_stack`, type: 'text', dataType: name, valuesOf: partOf('stack') },
  ]
}

/** The columns of a data type: one of its own name, or three where it is an exception. */
export const dataTypeColumns = (name: string, { kind }: BareDataType): readonly Column[] =>
  kind === 'exception'
    ? exceptionColumns(name)
    : [{ name, type: TYPE_BY_KIND[kind], dataType: name, valuesOf: valuesOf(name) }]
