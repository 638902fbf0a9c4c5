import { INGEST_PATHS, type DataCategory } from '@candor/practices'

import { byteLength } from './byte-length.js'
import type { KeptReport } from './kept-report.js'
import { createKeptReports, type Stored } from './kept-reports.js'
import type { Services } from './services.js'

const MAX_AGE_MILLIS = 30 * 86_400_000
/** No unit of a text has more bytes in UTF-8. */
const MAX_UNIT_BYTES = 3

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

/** The keys of the oldest reports that have to go, so that the rest is not too much. */
const findExcess = (
  maxBytes: number,
  keys: readonly string[],
  list: () => readonly Stored[],
  get: (key: string) => string | undefined,
): readonly string[] => {
  const units = keys.reduce((sum, key) => sum + (get(key)?.length ?? 0), 0)
  if (units * MAX_UNIT_BYTES <= maxBytes) return []
  const bytesOf = (key: string): number => byteLength(get(key) ?? '')
  let excess = keys.reduce((sum, key) => sum + bytesOf(key), -maxBytes)
  return list().flatMap(({ key }) => {
    if (excess <= 0) return []
    excess -= bytesOf(key)
    return key
  })
}

/** Keeps the reports of a lane among what is this instance's own. */
export const createLaneStore = (
  category: DataCategory,
  maxLaneBytes: number,
  { platform, storage, gate, transport, log, count }: Services,
): LaneStore => {
  const { own } = storage
  const { growing, waiting, keys, find, list, keep } = createKeptReports(category, own)
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
    const ids = doomed.map((key) => key.slice(growing.length))
    log?.dropped(category, reason, ids)
  }
  return {
    grow: (report, key = growing + report.id) => keep(key, gate.allowed(category, report)),
    growing: () => list(growing),
    enqueue: (report) => {
      const key = waiting + report.id
      if (!own.get(key)) keep(key, gate.allowed(category, report))
    },
    waiting: () => list(waiting),
    remove: own.remove,
    purge: () => {
      const doomed: Record<string, string[]> = {}
      // A kill may have left what was already made into a report.
      for (const { report } of list(waiting))
        for (const id of [report.id, ...(report.parts ?? [])]) own.remove(growing + id)
      for (const { key, report } of find()) {
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
    trim: () => drop('queue-full', findExcess(maxLaneBytes, keys(), list, own.get)),
  }
}
