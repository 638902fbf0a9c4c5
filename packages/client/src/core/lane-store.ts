import { INGEST_PATHS, isObject, type DataCategory } from '@candor/practices'

import { byteLength } from './byte-length.js'
import type { KeptReport, Stored } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { Services } from './services.js'
import type { KeyValueStorage } from './storage.js'

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

const findKeys = ({ keys }: KeyValueStorage, beginnings: readonly string[]): readonly string[] =>
  keys().filter((key) => beginnings.some((beginning) => key.startsWith(beginning)))

/** The reports of keys, the oldest first, without those that were spoilt. */
const readAll = ({ get }: KeyValueStorage, keys: readonly string[]): readonly Stored[] =>
  keys
    .flatMap((key) => {
      const report = readReport(get(key))
      return report ? { key, report } : []
    })
    .toSorted((a, b) => a.report.fromMillis - b.report.fromMillis)

/** The keys of the oldest reports that have to go, so that the rest has so many bytes at most. */
const findExcess = (own: KeyValueStorage, keys: readonly string[], maxBytes: number): readonly string[] => {
  const textOf = (key: string): string => own.get(key) ?? ''
  const units = keys.reduce((sum, key) => sum + textOf(key).length, 0)
  if (units * MAX_UNIT_BYTES <= maxBytes) return []
  let excess = keys.reduce((sum, key) => sum + byteLength(textOf(key)), -maxBytes)
  return readAll(own, keys).flatMap(({ key }) => {
    if (excess <= 0) return []
    excess -= byteLength(textOf(key))
    return key
  })
}

/** What may still be kept of a report, or why nothing may. */
const judge = (
  category: DataCategory,
  report: KeptReport | undefined,
  { platform, gate }: Pick<Services, 'platform' | 'gate'>,
): KeptReport | string => {
  if (!report) return 'storage-spoilt'
  if (platform.now() - report.toMillis >= MAX_AGE_MILLIS) return 'too-old'
  return gate.allowed(category, report) ?? 'forbidden'
}

/** Keeps the reports of a lane among what is this instance's own, a key a report. */
export const createLaneStore = (
  category: DataCategory,
  maxLaneBytes: number,
  { platform, storage: { own }, gate, transport, log, count }: Services,
): LaneStore => {
  // Both are of the same length.
  const [growing, waiting] = [`${category}.growing.`, `${category}.waiting.`]
  const all = (): readonly string[] => findKeys(own, [growing, waiting])
  const list = (): readonly Stored[] => readAll(own, findKeys(own, [waiting]))
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
    const idOf = (key: string): string => key.slice(growing.length)
    log?.dropped(category, reason, doomed.map(idOf))
  }
  return {
    grow: (report, key = growing + report.id) => keep(key, report),
    growing: () => readAll(own, findKeys(own, [growing])),
    enqueue: (report) => {
      if (!own.get(waiting + report.id)) keep(waiting + report.id, report)
    },
    waiting: list,
    remove: own.remove,
    purge: () => {
      // A kill may have left what was already made into a report.
      for (const { report } of list())
        for (const id of [report.id, ...(report.parts ?? [])]) own.remove(growing + id)
      const doomed: Record<string, string[]> = {}
      for (const key of all()) {
        const report = readReport(own.get(key))
        const verdict = judge(category, report, { platform, gate })
        if (verdict === report) continue
        transport.abort(INGEST_PATHS[category])
        if (typeof verdict === 'string') (doomed[verdict] ??= []).push(key)
        else {
          count('forbidden')
          keep(key, verdict)
        }
      }
      for (const [reason, keys] of Object.entries(doomed)) drop(reason, keys)
    },
    trim: () => drop('queue-full', findExcess(own, all(), maxLaneBytes)),
  }
}
