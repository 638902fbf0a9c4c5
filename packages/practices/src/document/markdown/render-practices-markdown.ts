import type { Practices } from '../../practices.js'
import type { DocumentTexts } from '../texts/document-texts.js'
import type { DataTypeView } from '../view/data-type-view.js'
import {
  viewPractices,
  type CategoryView,
  type DocumentOptions,
  type PracticesView,
} from '../view/practices-view.js'
import type { RuleView } from '../view/rule-view.js'
import { codeMarkdown, escapeMarkdown, phraseMarkdown } from './escape.js'

const rowMarkdown = (view: DataTypeView, texts: DocumentTexts): string => {
  const name =
    view.label === undefined
      ? codeMarkdown(view.name)
      : `${escapeMarkdown(view.label)} (${codeMarkdown(view.name)})`
  const notes = [
    view.note && phraseMarkdown(view.note),
    view.purpose && `${texts.purpose}: ${phraseMarkdown(view.purpose)}`,
    view.holds && phraseMarkdown(view.holds),
    view.automatic && escapeMarkdown(view.automatic),
    view.retentionDays && escapeMarkdown(texts.keptShorter(view.retentionDays)),
  ].filter((note) => note !== undefined)
  return `| ${name}, ${escapeMarkdown(view.kind)} | ${codeMarkdown(view.example)} | ${notes.join(' ')} |`
}

const tableMarkdown = ({ dataTypes }: CategoryView, texts: DocumentTexts): string => {
  const { dataType, example, notes } = texts.columns
  const head = `| ${dataType} | ${example} | ${notes} |\n|:-----|:-----|:-----|`
  return [head, ...dataTypes.map((view) => rowMarkdown(view, texts))].join('\n')
}

const ruleMarkdown = ({ applies, statement, controls, withoutControl }: RuleView): string => {
  const facts = controls.flatMap(({ name, label, facts: lines }) => [
    `- ${codeMarkdown(name)}${label.length === 0 ? '' : `: ${phraseMarkdown(label)}`}`,
    ...lines.map(({ term, text }) => `  - ${escapeMarkdown(term)}: ${phraseMarkdown(text)}`),
  ])
  const parts = [`#### ${phraseMarkdown(applies)}`, phraseMarkdown(statement)]
  if (withoutControl !== undefined) parts.push(phraseMarkdown(withoutControl))
  if (facts.length > 0) parts.push(facts.join('\n'))
  return parts.join('\n\n')
}

const categoryMarkdown = (view: CategoryView, texts: DocumentTexts): string =>
  [
    `## ${escapeMarkdown(view.label)}`,
    `${phraseMarkdown(view.purpose)} ${phraseMarkdown(view.summary)}`,
    phraseMarkdown(view.identifies),
    escapeMarkdown(texts.kept(view.retentionDays)),
    tableMarkdown(view, texts),
    `### ${escapeMarkdown(texts.whoControls)}`,
    ...(view.rules.length > 1 ? [escapeMarkdown(texts.firstRuleCounts)] : []),
    ...view.rules.map(ruleMarkdown),
  ].join('\n\n')

const introductionMarkdown = ({ title, summary, categories, texts }: PracticesView): string => {
  const lines = categories.map(({ label, states }) => {
    const told = states.map(({ clients, state }) => `${phraseMarkdown(clients)}: ${escapeMarkdown(state)}`)
    return `- ${escapeMarkdown(label)}. ${told.join('; ')}.`
  })
  return [
    `# ${escapeMarkdown(title)}`,
    phraseMarkdown(summary),
    texts.categoriesIntroduction,
    lines.join('\n'),
  ].join('\n\n')
}

const closingMarkdown = ({ remarks, texts, id, fingerprint }: PracticesView): string => {
  const parts = [
    '---',
    `${texts.version}: ${codeMarkdown(id)}. ${texts.fingerprint}: ${codeMarkdown(fingerprint)}. ${texts.fingerprintMeaning}`,
    escapeMarkdown(texts.generated),
  ]
  if (remarks.length === 0) return parts.join('\n\n')
  const list = remarks.map((remark) => `- ${phraseMarkdown(remark)}`).join('\n')
  return [`## ${texts.remarksTitle(remarks.length)}`, texts.remarksIntroduction, list, ...parts].join('\n\n')
}

/** The published data collection practices as Markdown (CommonMark with tables). */
export const renderPracticesMarkdown = (practices: Practices, options: DocumentOptions): string => {
  const view = viewPractices(practices, options)
  const categories = view.categories.map((category) => categoryMarkdown(category, view.texts))
  return `${[introductionMarkdown(view), ...categories, closingMarkdown(view)].join('\n\n')}\n`
}
