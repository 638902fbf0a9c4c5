/** The engine's types that columns have, by our names for them. */
export const ENGINE_TYPES = {
  date: 'Date',
  'date-time': "DateTime('UTC')",
  instant: "DateTime64(3, 'UTC')",
  version: 'UInt32',
  count: 'UInt64',
  amount: 'Float64',
  uuid: 'UUID',
  text: 'String',
  word: 'LowCardinality(String)',
  'counts-by-word': 'Map(LowCardinality(String), UInt64)',
  'numbers-by-word': 'Map(LowCardinality(String), Float64)',
  'words-by-word': 'Map(LowCardinality(String), String)',
  'log-lines': 'Array(Tuple(before_millis Int64, level LowCardinality(String), message String))',
} as const satisfies Readonly<Record<string, string>>

/** A column's type. */
export type ColumnType = keyof typeof ENGINE_TYPES

/** How each type is compressed on disk. Random bytes are left as they are. */
const CODECS: Readonly<Partial<Record<ColumnType, string>>> = { count: 'T64, ZSTD(1)' }

/** The codec of a column. */
export const codecOf = (type: ColumnType): string => CODECS[type] ?? 'ZSTD(1)'
