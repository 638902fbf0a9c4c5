import type { DroppedReports, KeptOnDevice, SentRequest } from '@candor/client/subject-requests'
import type { DataCategory } from '@candor/practices'

import { labelOf } from '../shared/label-of.js'
import { describeAnswer, readRefusals, type Tone } from './describe-answer.js'
import { describeReports, type ReportView } from './describe-reports.js'
import type { Entry } from './entry.js'
import { readBody } from './read-body.js'
import { explainReason } from './texts/reason-texts.js'
import { viewerText } from './texts/viewer-texts.js'
import { categoryLabelOf, formatBytes, formatMoment, type ViewerSource } from './viewer-source.js'

/** The most report ids that are listed of what was not sent. */
const MAX_IDS = 20

/** The line that stands for an entry. */
export interface SummaryView {
  readonly key: string
  readonly category: DataCategory
  readonly label: string
  readonly state: string
  readonly tone: Tone
  /** Time, size and number of reports. */
  readonly facts: string
}

/** A text that is shown as it is. */
export interface ExactView {
  readonly title: string
  readonly text: string
}

/** What opens under the line. */
export interface ContentView {
  /** What the state means, in a sentence. */
  readonly meaning: string
  readonly whyTitle: string
  readonly reports: readonly ReportView[]
  /** Names and values beside the reports. */
  readonly facts: readonly (readonly [string, string])[]
  readonly exact: readonly ExactView[]
}

const countReports = (count: number, { language }: ViewerSource): string =>
  `${count} ${viewerText(count === 1 ? 'report' : 'reports', language)}`

const summarise = (
  source: ViewerSource,
  { key, kind, value }: Entry,
): Omit<SummaryView, 'label' | 'category'> => {
  const { language } = source
  switch (kind) {
    case 'kept':
      return {
        key,
        state: viewerText(value.state, language),
        tone: 'quiet',
        facts: formatBytes(value.body, language),
      }
    case 'sent': {
      const { state, tone } = describeAnswer(value.status, value.answer, language)
      const moment = formatMoment(source, value.atMillis)
      if (value.removed !== undefined) return { key, state, tone, facts: moment }
      const reports = countReports(readBody(value.body).reports.length, source)
      return { key, state, tone, facts: [moment, reports, formatBytes(value.body, language)].join(' · ') }
    }
    case 'dropped': {
      const facts = [formatMoment(source, value.atMillis), countReports(value.ids.length, source)]
      return { key, state: explainReason(value.reason, language).name, tone: 'bad', facts: facts.join(' · ') }
    }
    default:
      return value satisfies never
  }
}

/** Describes the line of an entry. */
export const summariseEntry = (source: ViewerSource, entry: Entry): SummaryView => ({
  category: entry.value.category,
  label: categoryLabelOf(source, entry.value.category),
  ...summarise(source, entry),
})

const describeKept = (source: ViewerSource, { category, state, body }: KeptOnDevice): ContentView => {
  const { candor, language } = source
  const meaning = candor.connection.endpoint === '' ? 'unsendableMeaning' : (`${state}Meaning` as const)
  return {
    meaning: viewerText(meaning, language),
    whyTitle: viewerText('why', language),
    reports: describeReports(source, category, body, undefined),
    facts: readBody(body).head,
    exact: [{ title: viewerText('exactNext', language), text: body }],
  }
}

const describeSent = (source: ViewerSource, sent: SentRequest): ContentView => {
  const { category, body, status, answer, removed } = sent
  const { language } = source
  const meaning = removed === undefined ? '' : ` ${viewerText(removed, language)}`
  return {
    meaning: describeAnswer(status, answer, language).meaning + meaning,
    whyTitle: viewerText('whySent', language),
    reports: describeReports(source, category, body, readRefusals(answer)),
    facts: readBody(body).head,
    exact: [
      ...(body === '' ? [] : [{ title: viewerText('exactSent', language), text: body }]),
      ...(answer === '' ? [] : [{ title: viewerText('exactAnswer', language), text: answer }]),
    ],
  }
}

const describeDropped = (
  source: ViewerSource,
  { category, reason, dataType, ids }: DroppedReports,
): ContentView => {
  const { language, practices } = source
  const { meaning, wayOut } = explainReason(reason, language)
  const more = ids.length > MAX_IDS ? [`${viewerText('andMore', language)}: ${ids.length - MAX_IDS}`] : []
  const label = dataType === undefined ? undefined : labelOf(practices, category, dataType, language)
  const facts = [
    ['reason', reason],
    ['dataType', label === dataType ? dataType : `${label} (${dataType})`],
    ['wayOut', wayOut],
    ['reportIds', ids.length === 0 ? undefined : [...ids.slice(0, MAX_IDS), ...more].join('\n')],
  ] as const
  return {
    meaning,
    whyTitle: '',
    reports: [],
    facts: facts.flatMap(([name, value]) =>
      value === undefined ? [] : [[viewerText(name, language), value] as const],
    ),
    exact: [],
  }
}

/** Describes what opens under the line of an entry. */
export const describeEntry = (source: ViewerSource, { kind, value }: Entry): ContentView => {
  switch (kind) {
    case 'kept':
      return describeKept(source, value)
    case 'sent':
      return describeSent(source, value)
    case 'dropped':
      return describeDropped(source, value)
    default:
      return value satisfies never
  }
}
