import { isObject, type DataCategory } from '@candor/practices'

import type { KeptReport } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { KeyValueStorage } from './storage.js'

/** Where a report is kept, and the report; undefined where that was spoilt. */
export interface Found {
  readonly key: string
  readonly report: KeptReport | undefined
}

/** A report and where it is kept. */
export interface Stored {
  readonly key: string
  readonly report: KeptReport
}

/** The reports of one lane in a storage, a key a report. */
export interface KeptReports {
  /** The keys of those that still grow, and of those that wait to be sent; both beginnings are of the same length. */
  readonly growing: string
  readonly waiting: string
  readonly keys: () => readonly string[]
  readonly find: (beginning?: string) => readonly Found[]
  /** The oldest first. */
  readonly list: (beginning?: string) => readonly Stored[]
  /** Keeps a report, or removes what is kept. */
  readonly keep: (key: string, report: KeptReport | undefined) => void
}

const readReport = (text: string | undefined): KeptReport | undefined => {
  const report = parseJson(text)
  const isReport =
    isObject(report) &&
    isObject(report['head']) &&
    isObject(report['data']) &&
    Number.isSafeInteger(report['fromMillis']) &&
    Number.isSafeInteger(report['toMillis'])
  return isReport ? (report as unknown as KeptReport) : undefined
}

/** Finds the reports of a lane among the keys of a storage. */
export const createKeptReports = (category: DataCategory, own: KeyValueStorage): KeptReports => {
  const growing = `${category}.growing.`
  const waiting = `${category}.waiting.`
  const keys = (): readonly string[] =>
    own.keys().filter((key) => key.startsWith(growing) || key.startsWith(waiting))
  const find: KeptReports['find'] = (beginning = '') =>
    keys()
      .filter((key) => key.startsWith(beginning))
      .map((key) => ({ key, report: readReport(own.get(key)) }))
  return {
    growing,
    waiting,
    keys,
    find,
    list: (beginning) =>
      find(beginning)
        .filter((found): found is Stored => found.report !== undefined)
        .toSorted((a, b) => a.report.fromMillis - b.report.fromMillis),
    keep: (key, report) => (report ? own.set(key, JSON.stringify(report)) : own.remove(key)),
  }
}
