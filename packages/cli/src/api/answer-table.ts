import { LANGUAGES, type Language, type Localised } from '@candor/practices'
import { alignColumns } from '../policy/align-columns.js'
import type { Answer } from '../policy/run-command.js'
import { plainText } from './plain-text.js'

/** What a table is made of. */
export interface TableOf<Row> {
  readonly heads: Readonly<Record<Language, readonly string[]>>
  readonly rows: readonly Row[]
  /** A row's cells; nothing is shown as -. */
  readonly cells: (row: Row, language: Language) => readonly (string | number | null)[]
  /** Where there are no rows. */
  readonly none: Localised
  /** What `--json` gives. */
  readonly data: unknown
}

/** A text in each language. */
export const inEach = (make: (language: Language) => string): Localised =>
  Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as unknown as Localised

const shown = (cell: string | number | null): string =>
  cell === null || cell === '' ? '-' : plainText(String(cell))

/** Rows as a table with a heading, in each language. */
export const answerTable = <Row>({ heads, rows, cells, none, data }: TableOf<Row>): Answer => ({
  text: inEach((language) =>
    rows.length === 0
      ? `${none[language]}\n`
      : alignColumns([heads[language], ...rows.map((row) => cells(row, language).map(shown))]),
  ),
  data,
})
