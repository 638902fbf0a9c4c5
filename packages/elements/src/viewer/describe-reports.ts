import { explainDecision, ROLE_TEXTS, type DataCategory, type Language } from '@candor/practices'

import { groupDecisions } from '../shared/group-decisions.js'
import { labelOf } from '../shared/label-of.js'
import { describeValues, type ValueView } from './describe-values.js'
import { readBody, type ReadReport } from './read-body.js'
import { explainReason } from './texts/reason-texts.js'
import { viewerText } from './texts/viewer-texts.js'
import type { ViewerSource } from './viewer-source.js'

/** A report as people read it. */
export interface ReportView {
  readonly id: string
  /** What time it covers. */
  readonly period: string
  readonly values: readonly ValueView[]
  /** By whose decision it may be sent, or was. */
  readonly why: string
  /** Why the service refused it; empty where it did not. */
  readonly refusal: string
}

/** A time of the wire: a day stays the day it is, anything else is told in the device's time. */
const formatTime = ({ language, timeZone }: ViewerSource, time: string): string => {
  const millis = Date.parse(time)
  if (Number.isNaN(millis)) return time
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(time)
  const form = isDay
    ? ({ dateStyle: 'medium', timeZone: 'UTC' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short', timeZone } as const)
  return new Intl.DateTimeFormat(language, form).format(millis)
}

const describePeriod = (source: ViewerSource, category: DataCategory, { from, to }: ReadReport): string => {
  const name = viewerText(category === 'error' ? 'instant' : 'period', source.language)
  const [start, end] = [formatTime(source, from), formatTime(source, to)]
  return `${name}: ${start === end ? start : `${start} – ${end}`}`
}

/** Why it may be sent, by the settings as they stand now. */
const explainNow = (source: ViewerSource, category: DataCategory, { data }: ReadReport): string => {
  const { candor, language, practices } = source
  const [main, ...apart] = groupDecisions(candor, category, Object.keys(data))
  if (main === undefined) return ''
  const exceptions = apart.map(({ decision, dataTypes }) => {
    const names = dataTypes.map((name) => labelOf(practices, category, name, language)).join(', ')
    return `${viewerText('except', language)}: ${names}. ${explainDecision(decision, language)}`
  })
  return [explainDecision(main.decision, language), ...exceptions].join(' ')
}

/** Why it was sent: the decision that the report names. */
const explainThen = (
  { candor, language }: ViewerSource,
  category: DataCategory,
  { decision }: ReadReport,
): string => {
  if (category === 'census') return viewerText('whyAlwaysOn', language)
  if (decision === undefined) return viewerText('whyUnknown', language)
  const { control, source } = decision
  const role = Object.hasOwn(candor.practices.controls, control)
    ? candor.practices.controls[control]?.setBy
    : undefined
  const where = source === 'default' ? `, ${viewerText('whyDefault', language)}` : ` (${source})`
  const who = role === undefined ? '' : ` ${viewerText('whyRole', language)} ${ROLE_TEXTS[role][language]}.`
  return `${viewerText('whyBy', language)} ${control}${where}.${who}`
}

const explainRefusal = (code: string | undefined, language: Language): string =>
  code === undefined
    ? ''
    : `${explainReason(code, language).name}: ${explainReason(code, language).meaning} (${code})`

/** Codes of what the service refused, by report id; undefined: not sent yet, so the decision is that of now. */
export type Refusals = ReadonlyMap<string, string>

/** The reports of a body. */
export const describeReports = (
  source: ViewerSource,
  category: DataCategory,
  body: string,
  refusals: Refusals | undefined,
): readonly ReportView[] => {
  const explain = refusals === undefined ? explainNow : explainThen
  return readBody(body).reports.map((report) => ({
    id: report.id,
    period: describePeriod(source, category, report),
    values: describeValues(source, category, report.data),
    why: explain(source, category, report),
    refusal: explainRefusal(refusals?.get(report.id), source.language),
  }))
}
