import { INGEST_PATHS, isObject, type DataCategory, type DevicePractices } from '@candor/practices'

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
  /** Drops what is forbidden by now or too old; aborts the request that holds what was dropped, here or by another instance. */
  purge(): void
  /** Whether a report is still kept, and as it was. */
  readonly isKept: (stored: Stored) => boolean
  /** These are being sent. */
  underWay(batch: readonly Stored[]): void
  /** Drops the oldest where the lane keeps too much. */
  trim(): void
}

const readReport = (text: string | undefined): KeptReport | undefined => {
  const report = parseJson(text) as KeptReport | undefined
  const isReport =
    isObject(report?.head) &&
    isObject(report.data) &&
    Number.isSafeInteger(report.fromMillis) &&
    Number.isSafeInteger(report.toMillis)
  return isReport ? report : undefined
}

const findKeys = ({ keys }: KeyValueStorage, beginnings: readonly string[]): readonly string[] =>
  keys().filter((key) => beginnings.some((beginning) => key.startsWith(beginning)))

/** The reports of keys, the oldest first, without those that were spoilt. */
const readAll = ({ get }: KeyValueStorage, keys: readonly string[]): readonly Stored[] =>
  keys
    .flatMap((key) => {
      const text = get(key) ?? ''
      const report = readReport(text)
      return report ? { key, text, report } : []
    })
    .toSorted((a, b) => a.report.fromMillis - b.report.fromMillis)

/** Reports of later practices are left to the instances that know those: a tab may be older than the one beside it. */
const isKnown = ({ head }: KeptReport, { version }: Pick<DevicePractices, 'version'>): boolean =>
  !(Number(head.practices.split('@')[1]) > version)

/** The keys of the oldest reports that have to go, so that the rest has so many bytes at most. */
const findExcess = (
  storage: KeyValueStorage,
  keys: readonly string[],
  maxBytes: number,
): readonly string[] => {
  const textOf = (key: string): string => storage.get(key) ?? ''
  const units = keys.reduce((sum, key) => sum + textOf(key).length, 0)
  if (units * MAX_UNIT_BYTES <= maxBytes) return []
  let excess = keys.reduce((sum, key) => sum + byteLength(textOf(key)), -maxBytes)
  return readAll(storage, keys).flatMap(({ key }) => {
    if (excess <= 0) return []
    excess -= byteLength(textOf(key))
    return key
  })
}

/** What may still be kept of a report, or why nothing may. */
const judge = (
  category: DataCategory,
  report: KeptReport | undefined,
  { practices, platform, gate }: Pick<Services, 'practices' | 'platform' | 'gate'>,
): KeptReport | string => {
  if (!report) return 'storage-spoilt'
  if (!isKnown(report, practices)) return report
  if (platform.now() - report.toMillis >= MAX_AGE_MILLIS) return 'too-old'
  return gate.allowed(category, report) ?? 'forbidden'
}

/** Makes what drops the reports of keys for a reason. A key is an id behind a beginning of some length. */
const createDrop =
  (category: DataCategory, beginning: number, { storage, count, log }: Services) =>
  (reason: string, doomed: readonly string[]): void => {
    for (const key of doomed) {
      storage.remove(key)
      count(reason)
    }
    const idOf = (key: string): string => key.slice(beginning)
    log?.dropped(category, reason, doomed.map(idOf))
  }

/** Keeps the reports of a lane, a key a report. */
export const createLaneStore = (
  category: DataCategory,
  maxLaneBytes: number,
  services: Services,
): LaneStore => {
  const { practices, storage, gate, transport, count } = services
  let sent: readonly Stored[] = []
  const isKept = ({ key, text }: Stored): boolean => storage.get(key) === text
  // Both are of the same length.
  const [growing, waiting] = [`${category}.growing.`, `${category}.waiting.`]
  const all = (): readonly string[] => findKeys(storage, [growing, waiting])
  const list = (beginning: string): readonly Stored[] =>
    readAll(storage, findKeys(storage, [beginning])).filter(({ report }) => isKnown(report, practices))
  const keep = (key: string, report: KeptReport): void => {
    const allowed = gate.allowed(category, report)
    if (allowed) storage.set(key, JSON.stringify(allowed))
    else storage.remove(key)
  }
  const drop = createDrop(category, growing.length, services)
  return {
    grow: (report, key = growing + report.id) => keep(key, report),
    growing: () => list(growing),
    enqueue: (report) => {
      if (!storage.get(waiting + report.id)) keep(waiting + report.id, report)
    },
    waiting: () => list(waiting),
    remove: storage.remove,
    purge: () => {
      // A kill on Node, where a step is several files, may have left what was already made into a report.
      for (const { report } of list(waiting)) storage.remove(growing + report.id)
      const doomed: Record<string, string[]> = {}
      for (const key of all()) {
        const report = readReport(storage.get(key))
        const verdict = judge(category, report, services)
        if (typeof verdict === 'string') (doomed[verdict] ??= []).push(key)
        else if (verdict !== report) {
          count('forbidden')
          keep(key, verdict)
        }
      }
      for (const [reason, keys] of Object.entries(doomed)) drop(reason, keys)
      if (!sent.every(isKept)) transport.abort(INGEST_PATHS[category])
    },
    isKept,
    underWay: (batch) => {
      sent = batch
    },
    trim: () => drop('queue-full', findExcess(storage, all(), maxLaneBytes)),
  }
}
