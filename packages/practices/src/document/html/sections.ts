import type { CategoryView, PracticesView } from '../view/practices-view.js'
import { dataTypeTableHtml } from './data-type-table.js'
import { escapeHtml, phraseHtml } from './escape.js'
import { rulesHtml } from './rules.js'
import type { DocumentTexts } from '../texts/document-texts.js'

const cardHtml = ({ category, label, states, retentionDays }: CategoryView, texts: DocumentTexts): string => {
  const lines = states.map(
    ({ clients, state, collect }) =>
      `<li class="${collect}">${phraseHtml(clients)}: <strong>${escapeHtml(state)}</strong></li>`,
  )
  return `<li class="card ${category}">
<a href="#${category}">${escapeHtml(label)}</a>
<ul>
${lines.join('\n')}
</ul>
<p class="fine">${escapeHtml(texts.kept(retentionDays))}</p>
</li>`
}

/** The three categories in short, with what holds for each by default. */
export const categoriesHtml = ({
  categories,
  texts,
}: PracticesView): string => `<p>${escapeHtml(texts.categoriesIntroduction)}</p>
<ul class="cards">
${categories.map((view) => cardHtml(view, texts)).join('\n')}
</ul>`

/** One category, in the order of the published page: purpose, what it is and identifies, its table, who controls it. */
export const categoryHtml = (view: CategoryView, texts: DocumentTexts): string => {
  const { category, label, purpose, summary, identifies, retentionDays } = view
  return `<section id="${category}" class="category ${category}" aria-labelledby="${category}-title">
<h2 id="${category}-title">${escapeHtml(label)}</h2>
<p>${phraseHtml(purpose)} ${phraseHtml(summary)}</p>
<p class="identifies">${phraseHtml(identifies)}</p>
<p class="fine">${escapeHtml(texts.kept(retentionDays))}</p>
${dataTypeTableHtml(view, texts)}
${rulesHtml(view, texts)}
</section>`
}

/** What the source does not say, and how it was decided; nothing where it says all. */
export const remarksHtml = ({ remarks, texts }: PracticesView): string => {
  if (remarks.length === 0) return ''
  return `<section id="remarks" aria-labelledby="remarks-title">
<h2 id="remarks-title">${escapeHtml(texts.remarksTitle(remarks.length))}</h2>
<p>${escapeHtml(texts.remarksIntroduction)}</p>
<ul>
${remarks.map((remark) => `<li>${phraseHtml(remark)}</li>`).join('\n')}
</ul>
</section>`
}
