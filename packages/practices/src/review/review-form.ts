import type { Practices } from '../practices.js'
import { eachDataType } from './each-data-type.js'
import { diffPractices, type ChangedDataType, type NewDataType } from './diff-practices.js'

const QUESTIONS = [
  'Why is each new data type needed, and what will be decided with it?',
  'Could a coarser value, a shorter retention or a count on the device do?',
  'Could it, alone or with others, single out a person? Which test shows that it cannot?',
  'Who looks at it, and where?',
  'Do the texts say plainly, in every language, what is collected?',
] as const

const consentText = ({ consent }: Pick<NewDataType, 'consent'>): string =>
  consent === 'askAgain' ? 'must be asked again' : 'not needed'

const newRow = (after: Practices) => {
  const types = new Map(eachDataType(after).map((placed) => [placed.id, placed]))
  return ({ dataType, controls, consent }: NewDataType): string => {
    const placed = types.get(dataType)
    const retention = placed && (placed.type.retentionDays ?? after.categories[placed.category].retentionDays)
    const control = controls.length === 0 ? 'always on' : controls.join(', ')
    const source = placed?.type.automatic
    const kind = `${placed?.type.kind ?? ''}${source === undefined ? '' : `, collected by the client itself (${source})`}`
    return `| \`${dataType}\` | ${kind} | ${placed?.type.example ?? ''} | ${retention ?? ''} days | ${control} | ${consentText({ consent })} |`
  }
}

const changedRow = ({ dataType, changes, consent }: ChangedDataType): string =>
  `| \`${dataType}\` | ${changes.join(', ')} | ${consentText({ consent })} |`

const section = (title: string, head: readonly string[], rows: readonly string[]): readonly string[] =>
  rows.length === 0
    ? []
    : [`## ${title}`, '', `| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows, '']

/** A review form for a change of practices, in Markdown, filled in with what the diff knows; the questions are for people. */
export const renderReviewForm = (before: Practices, after: Practices): string => {
  const diff = diffPractices(before, after)
  const lines = [
    `# Review of ${diff.from} to ${diff.to}`,
    '',
    `Consent ${diff.asksAgain ? 'must be asked again; until then the old one covers the old data types only' : 'need not be asked again'}.`,
    '',
    ...section(
      'Newly collected',
      ['data type', 'kind', 'example', 'kept', 'controlled by', 'consent'],
      diff.added.map(newRow(after)),
    ),
    ...section('Collected otherwise', ['data type', 'what changed', 'consent'], diff.changed.map(changedRow)),
    ...section(
      'No longer collected',
      ['data type'],
      diff.removed.map((id) => `| \`${id}\` |`),
    ),
    ...section(
      'Controls that changed',
      ['control'],
      diff.controls.map((name) => `| \`${name}\` |`),
    ),
    '## To be answered',
    '',
    ...QUESTIONS.map((question, at) => `${at + 1}. ${question}\n   - `),
    '',
    'Reviewed by: ',
    'Date: ',
  ]
  return `${lines.join('\n')}\n`
}
