import type { DocumentTexts } from '../texts/document-texts.js'
import type { CategoryView } from '../view/practices-view.js'
import type { ControlView, RuleView } from '../view/rule-view.js'
import { codeHtml, escapeHtml, phraseHtml } from './escape.js'

const controlHtml = ({ name, label, facts }: ControlView): string => {
  const shown = label.length === 0 ? '' : ` <span class="label">${phraseHtml(label)}</span>`
  const lines = facts.map(
    ({ term, text }) => `<div><dt>${escapeHtml(term)}</dt><dd>${phraseHtml(text)}</dd></div>`,
  )
  return `<div class="control">
<h5>${codeHtml(name)}${shown}</h5>
<dl>
${lines.join('\n')}
</dl>
</div>`
}

const ruleHtml = ({ applies, statement, controls, withoutControl }: RuleView): string => {
  const reason = withoutControl === undefined ? '' : `<p>${phraseHtml(withoutControl)}</p>`
  return `<li class="rule">
<h4>${phraseHtml(applies)}</h4>
<p class="statement">${phraseHtml(statement)}</p>
${reason}${controls.map(controlHtml).join('\n')}
</li>`
}

/** Who can turn a category on or off: its rules, and the controls of each. */
export const rulesHtml = ({ category, rules }: CategoryView, texts: DocumentTexts): string => {
  const order = rules.length > 1 ? `<p>${escapeHtml(texts.firstRuleCounts)}</p>` : ''
  return `<h3 id="${category}-control">${escapeHtml(texts.whoControls)}</h3>
${order}<ol class="rules">
${rules.map(ruleHtml).join('\n')}
</ol>`
}
