import type { CategoryView } from '../view/practices-view.js'
import type { DataTypeView } from '../view/data-type-view.js'
import type { DocumentTexts } from '../texts/document-texts.js'
import { codeHtml, escapeHtml, phraseHtml } from './escape.js'

const nameCell = ({ id, name, label, kind }: DataTypeView): string => {
  const link = `<a class="self" href="#${escapeHtml(id)}">${codeHtml(name)}</a>`
  const shown =
    label === undefined
      ? `<span class="label">${link}</span>`
      : `<span class="label">${escapeHtml(label)}</span>${link}`
  return `${shown}<span class="kind">${escapeHtml(kind)}</span>`
}

const noteCell = (view: DataTypeView, texts: DocumentTexts): string => {
  const lines = [
    view.note && `<p>${phraseHtml(view.note)}</p>`,
    view.purpose && `<p class="fine">${escapeHtml(texts.purpose)}: ${phraseHtml(view.purpose)}</p>`,
    view.holds && `<p class="fine">${phraseHtml(view.holds)}</p>`,
    view.automatic && `<p class="fine">${escapeHtml(view.automatic)}</p>`,
    view.retentionDays && `<p class="fine">${escapeHtml(texts.keptShorter(view.retentionDays))}</p>`,
  ]
  return lines.filter((line) => line !== undefined).join('')
}

// On a narrow screen the cells stand below each other; the roles keep the table a table for screen readers.
const row = (view: DataTypeView, texts: DocumentTexts): string => `<tr role="row" id="${escapeHtml(view.id)}">
<th role="rowheader" scope="row">${nameCell(view)}</th>
<td role="cell" class="example" data-label="${escapeHtml(texts.columns.example)}">${codeHtml(view.example)}</td>
<td role="cell" class="notes">${noteCell(view, texts)}</td>
</tr>`

/** The table of a category's data types: data type, example, notes. Each row has an address of its own. */
export const dataTypeTableHtml = ({ label, dataTypes }: CategoryView, texts: DocumentTexts): string => {
  const { columns } = texts
  const heads = [columns.dataType, columns.example, columns.notes]
  const head = heads.map((text) => `<th role="columnheader" scope="col">${escapeHtml(text)}</th>`).join('')
  return `<table role="table">
<caption>${escapeHtml(texts.tableCaption(label))}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${dataTypes.map((view) => row(view, texts)).join('\n')}
</tbody>
</table>`
}
