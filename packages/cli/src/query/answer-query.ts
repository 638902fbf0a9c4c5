import { LANGUAGES, type Language } from '@candor/practices'
import { answerTable, inEach } from '../api/answer-table.js'
import { plainText } from '../api/plain-text.js'
import { CommandFault, EXIT_CODES } from '../policy/fault.js'
import type { Answer } from '../policy/run-command.js'
import { figuresOf, rowsOf, type FigureRow, type Figures, type Insight } from './figures.js'

/** The forms of an answer. */
export const QUERY_FORMATS = ['table', 'csv', 'jsonl'] as const

/** The form of an answer. */
export type QueryFormat = (typeof QUERY_FORMATS)[number]

/** Groups that a table has columns for. */
const MOST_COLUMNS = 6

const COLUMNS = [
  'lane',
  'period',
  'by',
  'group',
  'measure',
  'value',
] as const satisfies readonly (keyof FigureRow)[]

/** Beginnings that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvOf = (rows: readonly FigureRow[]): string =>
  [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => csvCell(row[name])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('')

const TEXTS = {
  en: { period: 'Period', all: 'All', none: 'There are no periods.' },
  es: { period: 'Período', all: 'Todo', none: 'No hay períodos.' },
} as const satisfies Readonly<Record<Language, object>>

const moreOf = (insight: Insight, shown: number, language: Language): string => {
  const more = insight.moreGroups + shown
  if (more <= 0) return ''
  return language === 'en' ? `${more} more groups are in --json.\n` : `Hay ${more} grupos más en --json.\n`
}

const tableOf = (insight: Insight, { measure, periods, total, groups }: Figures): Answer['text'] => {
  const columns = groups.slice(0, MOST_COLUMNS)
  const { text } = answerTable({
    heads: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        [TEXTS[language].period, TEXTS[language].all, ...columns.map(({ value }) => plainText(value))],
      ]),
    ) as unknown as Record<Language, readonly string[]>,
    rows: periods.map((period, at) => ({ period, at })),
    cells: ({ period, at }) => [
      period,
      total[at] ?? null,
      ...columns.map(({ values }) => values[at] ?? null),
    ],
    none: inEach((language) => TEXTS[language].none),
    data: undefined,
  })
  return inEach((language) => {
    const by = insight.by.label[language]
    const head = `${insight.category}: ${measure}, ${language === 'en' ? 'by' : 'por'} ${plainText(by)}\n`
    return head + text[language] + moreOf(insight, groups.length - columns.length, language)
  })
}

const unknownMeasure = (measure: string, known: readonly string[]): CommandFault => {
  const list = known.map(plainText).join(', ')
  return new CommandFault({
    code: 'CANDOR_COMMAND_REFUSED',
    exitCode: EXIT_CODES.wrong,
    detail: {
      en: `There is no figure ${plainText(measure)}.`,
      es: `No hay ninguna cifra ${plainText(measure)}.`,
    },
    remedy: { en: `Choose one of: ${list}.`, es: `Elija una de: ${list}.` },
  })
}

/** An answer in a form. Throws a CommandFault where the lane has no such figure. */
export const answerQuery = (insight: Insight, measure: string | undefined, format: QueryFormat): Answer => {
  const found = figuresOf(insight, measure)
  if (found.kind === 'unknown') throw unknownMeasure(measure ?? '', found.known)
  const rows = rowsOf(insight, found.figures)
  switch (format) {
    case 'table':
      return { text: tableOf(insight, found.figures), data: insight }
    case 'csv':
      return { text: inEach(() => csvOf(rows)), data: rows }
    case 'jsonl':
      return { text: inEach(() => rows.map((row) => `${JSON.stringify(row)}\n`).join('')), data: rows }
    default:
      return format satisfies never
  }
}
