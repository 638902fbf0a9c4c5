import type { Language } from '@candor/practices'

import { make } from '../../dom/make.js'
import type { ContentView } from '../describe-entry.js'
import type { ReportView } from '../describe-reports.js'
import type { ValueView } from '../describe-values.js'
import { viewerText } from '../texts/viewer-texts.js'

/** Reports of a request that are shown as tables; the exact bytes hold all. */
const MAX_REPORTS = 20

const createRow = ({ name, label, value, note }: ValueView): HTMLTableRowElement => {
  const row = make('tr', 'value-row')
  const head = make('th', 'data-type', label)
  const cell = make('td', 'value')
  head.scope = 'row'
  if (label !== name) head.append(make('code', 'data-type-name', name))
  cell.append(make('span', 'value-text', value))
  if (note !== undefined) cell.append(make('small', 'note', note))
  row.append(head, cell)
  return row
}

const createTable = ({ period, values }: ReportView, language: Language): HTMLTableElement => {
  const table = make('table', 'values')
  const head = make('tr', '')
  for (const name of ['dataType', 'value'] as const) {
    const cell = make('th', 'column', viewerText(name, language))
    cell.scope = 'col'
    head.append(cell)
  }
  const top = make('thead', '')
  const body = make('tbody', '')
  top.append(head)
  body.append(...values.map(createRow))
  table.append(make('caption', 'period', period), top, body)
  return table
}

const createReport = (report: ReportView, whyTitle: string, language: Language): HTMLElement => {
  const element = make('article', 'report')
  const why = make('p', 'why')
  if (report.values.length > 0) element.append(createTable(report, language))
  else
    element.append(
      make('p', 'period', report.period),
      make('p', 'no-values', viewerText('noValues', language)),
    )
  why.append(make('strong', 'why-title', `${whyTitle}: `), report.why)
  if (report.refusal !== '') element.append(make('p', 'refusal', report.refusal))
  if (report.why !== '') element.append(why)
  return element
}

/** Builds the reports of a request as tables, and whose decision let each of them go. */
export const createReports = (
  { reports, whyTitle }: ContentView,
  language: Language,
): readonly HTMLElement[] => {
  const shown = reports.slice(0, MAX_REPORTS).map((report) => createReport(report, whyTitle, language))
  const rest = reports.length - shown.length
  return rest > 0 ? [...shown, make('p', 'note', `${viewerText('andMore', language)}: ${rest}`)] : shown
}

/** Builds names and values, one after another. */
export const createFacts = (facts: ContentView['facts']): HTMLElement => {
  const list = make('dl', 'facts')
  for (const [name, value] of facts) {
    const pair = make('div', 'fact')
    pair.append(make('dt', 'fact-name', name), make('dd', 'fact-value', value))
    list.append(pair)
  }
  list.hidden = facts.length === 0
  return list
}
