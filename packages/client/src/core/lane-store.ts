import { INGEST_PATHS, isObject, type DataCategory } from '@candor/practices'

import { byteLength } from './byte-length.js'
import type { KeptReport } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { Services } from './services.js'

const MAX_AGE_MILLIS = 30 * 86_400_000
/** No unit of a text has more bytes in UTF-8. */
const MAX_UNIT_BYTES = 3

/** A report and where it is kept. */
export interface Stored {
  readonly key: string
  readonly report: KeptReport
}

/** What one lane keeps over restarts: the reports that still grow, and those that wait to be sent. */
export interface LaneStore {
  /** Keeps a growing report, without what is forbidden, where it was found. Default: where its id says. */
  grow(report: KeptReport, key?: string): void
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

/** Keeps the reports of a lane among what is this instance's own, a key a report. */
export const createLaneStore = (
  category: DataCategory,
  maxLaneBytes: number,
  { platform, storage: { own }, gate, transport, log, count }: Services,
): LaneStore => {
  // Both are of the same length.
  const growing = `${category}.growing.`
  const waiting = `${category}.waiting.`
  const keysOf = (...beginnings: readonly string[]): readonly string[] =>
    own.keys().filter((key) => beginnings.some((beginning) => key.startsWith(beginning)))
  const list = (...beginnings: readonly string[]): readonly Stored[] =>
    keysOf(...beginnings)
      .flatMap((key) => {
        const report = readReport(own.get(key))
        return report ? { key, report } : []
      })
      .toSorted((a, b) => a.report.fromMillis - b.report.fromMillis)
  const keep = (key: string, report: KeptReport): void => {
    const allowed = gate.allowed(category, report)
    if (allowed) own.set(key, JSON.stringify(allowed))
    else own.remove(key)
  }
  const drop = (reason: string, doomed: readonly string[]): void => {
    for (const key of doomed) {
      own.remove(key)
      count(reason)
    }
    const ids = doomed.map((key) => key.slice(growing.length))
    log?.dropped(category, reason, ids)
  }
  return {
    grow: (report, key = growing + report.id) => keep(key, report),
    growing: () => list(growing),
    enqueue: (report) => {
      const key = waiting + report.id
      if (!own.get(key)) keep(key, report)
    },
    waiting: () => list(waiting),
    remove: own.remove,
    purge: () => {
      // A kill may have left what was already made into a report.
      for (const { report } of list(waiting))
        for (const id of [report.id, ...(report.parts ?? [])]) own.remove(growing + id)
      const doomed: Record<string, string[]> = {}
      for (const key of keysOf(growing, waiting)) {
        const report = readReport(own.get(key))
        const isOld = report && platform.now() - report.toMillis >= MAX_AGE_MILLIS
        const allowed = report && gate.allowed(category, report)
        if (allowed === report && report && !isOld) continue
        transport.abort(INGEST_PATHS[category])
        if (allowed && !isOld) {
          count('forbidden')
          own.set(key, JSON.stringify(allowed))
        } else (doomed[report ? (isOld ? 'too-old' : 'forbidden') : 'storage-spoilt'] ??= []).push(key)
      }
      for (const [reason, keys] of Object.entries(doomed)) drop(reason, keys)
    },
    trim: () => {
      const keys = keysOf(growing, waiting)
      const units = keys.reduce((sum, key) => sum + (own.get(key)?.length ?? 0), 0)
      if (units * MAX_UNIT_BYTES <= maxLaneBytes) return
      let room = maxLaneBytes
      const doomed = list(growing, waiting)
        .toReversed()
        .filter(({ key }) => {
          room -= byteLength(own.get(key) ?? '')
          return room < 0
        })
      drop('queue-full', doomed.map(({ key }) => key).toReversed())
    },
  }
}
