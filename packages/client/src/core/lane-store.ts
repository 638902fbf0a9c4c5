import { INGEST_PATHS, isObject, type DataCategory } from '@candor/practices'

import { byteLength } from './byte-length.js'
import type { KeptReport } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { Services } from './services.js'

const MAX_AGE_MILLIS = 30 * 86_400_000
/** The most bytes that a unit of a text has in UTF-8. */
const MAX_UNIT_BYTES = 3

/** A report and where it is kept. */
export interface Stored {
  readonly key: string
  readonly report: KeptReport
}

/** What one lane keeps over restarts, a key a report: those that still grow, and those that wait to be sent. */
export interface LaneStore {
  /** Keeps a growing report, without what is forbidden. */
  grow(report: KeptReport): void
  /** The oldest first. */
  growing(): readonly Stored[]
  /** Keeps a report to be sent, without what is forbidden; once by its id. */
  enqueue(report: KeptReport): void
  /** The oldest first. */
  waiting(): readonly Stored[]
  remove(key: string): void
  /** Drops what is forbidden by now or too old, and then aborts the request that may hold it. */
  purge(): void
  /** Drops the oldest where the lane keeps too much. */
  trim(): void
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

/** Keeps the reports of a lane among what is this instance's own. */
export const createLaneStore = (
  category: DataCategory,
  maxLaneBytes: number,
  { platform, storage, gate, transport, log, count }: Services,
): LaneStore => {
  const { own } = storage
  const growing = `${category}.growing.`
  const waiting = `${category}.waiting.`
  const keys = (...prefixes: readonly string[]): readonly string[] =>
    own.keys().filter((key) => prefixes.some((prefix) => key.startsWith(prefix)))
  const list = (...prefixes: readonly string[]): readonly Stored[] =>
    keys(...prefixes)
      .map((key) => ({ key, report: readReport(own.get(key)) }))
      .filter((stored): stored is Stored => stored.report !== undefined)
      .toSorted((a, b) => a.report.fromMillis - b.report.fromMillis)
  const keep = (key: string, report: KeptReport | undefined): void =>
    report ? own.set(key, JSON.stringify(report)) : own.remove(key)
  /** What may still be kept of a report, or why nothing may. */
  const judge = (report: KeptReport | undefined): KeptReport | string => {
    if (!report) return 'storage-spoilt'
    if (platform.now() - report.toMillis >= MAX_AGE_MILLIS) return 'too-old'
    return gate.allowed(category, report) ?? 'forbidden'
  }
  const drop = (reason: string, doomed: readonly string[]): void => {
    for (const key of doomed) {
      own.remove(key)
      count(reason)
    }
    // Both names are of the same length.
    log.dropped(
      category,
      reason,
      doomed.map((key) => key.slice(growing.length)),
    )
  }
  return {
    grow: (report) => keep(growing + report.id, gate.allowed(category, report)),
    growing: () => list(growing),
    enqueue: (report) => {
      const key = waiting + report.id
      if (!own.get(key)) keep(key, gate.allowed(category, report))
    },
    waiting: () => list(waiting),
    remove: own.remove,
    purge: () => {
      for (const { report } of list(waiting))
        for (const id of [report.id, ...(report.parts ?? [])]) own.remove(growing + id)
      const doomed: Record<string, string[]> = {}
      for (const key of keys(growing, waiting)) {
        const report = readReport(own.get(key))
        const verdict = judge(report)
        if (verdict === report) continue
        transport.abort(INGEST_PATHS[category])
        if (typeof verdict === 'string') (doomed[verdict] ??= []).push(key)
        else {
          count('forbidden')
          keep(key, verdict)
        }
      }
      for (const [reason, all] of Object.entries(doomed)) drop(reason, all)
    },
    trim: () => {
      const all = keys(growing, waiting)
      const units = all.reduce((length, key) => length + (own.get(key)?.length ?? 0), 0)
      if (units * MAX_UNIT_BYTES <= maxLaneBytes) return
      let excess = -maxLaneBytes
      for (const key of all) excess += byteLength(own.get(key) ?? '')
      const doomed: string[] = []
      for (const { key } of excess > 0 ? list(waiting, growing) : []) {
        if (excess <= 0) break
        excess -= byteLength(own.get(key) ?? '')
        doomed.push(key)
      }
      drop('queue-full', doomed)
    },
  }
}
