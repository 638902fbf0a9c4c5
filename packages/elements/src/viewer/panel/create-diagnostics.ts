import type { Language } from '@candor/practices'

import { make } from '../../dom/make.js'
import type { DiagnosticView } from '../describe-viewer.js'
import { viewerText } from '../texts/viewer-texts.js'

/** The counts of what went wrong, on the page. */
export interface DiagnosticsPanel {
  readonly element: HTMLElement
  show(view: readonly DiagnosticView[]): void
}

const createRow = ({ reason, meaning, count }: DiagnosticView): HTMLTableRowElement => {
  const row = make('tr', 'value-row')
  const head = make('th', 'data-type')
  head.scope = 'row'
  head.append(make('code', 'reason', reason))
  row.append(head, make('td', 'value', meaning), make('td', 'number', String(count)))
  return row
}

/** Builds the table of counts. */
export const createDiagnosticsPanel = (language: Language): DiagnosticsPanel => {
  const element = make('div', 'list-panel')
  const note = viewerText('noteDiagnostics', language)
  const table = make('table', 'values')
  const empty = make('p', 'empty', viewerText('emptyDiagnostics', language))
  const top = make('thead', '')
  const head = make('tr', '')
  const body = make('tbody', '')
  let shown = ''
  for (const name of ['reason', 'meaning', 'count'] as const) {
    const cell = make('th', name === 'count' ? 'number' : 'column', viewerText(name, language))
    cell.scope = 'col'
    head.append(cell)
  }
  top.append(head)
  table.append(top, body)
  element.append(make('p', 'list-note', note), table, empty)
  return {
    element,
    show(view) {
      table.hidden = view.length === 0
      empty.hidden = view.length > 0
      const now = JSON.stringify(view)
      if (now === shown) return
      shown = now
      body.replaceChildren(...view.map(createRow))
    },
  }
}
