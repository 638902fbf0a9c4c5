import { INGEST_PATHS, type DataCategory } from '@candor/practices'

import type { Count } from './diagnostics.js'
import type { KeptReport } from './kept-report.js'
import { parseJson } from './parse-json.js'
import type { KeyValueStorage } from './platform.js'
import type { Services } from './services.js'

const MAX_AGE_MILLIS = 30 * 86_400_000
/** Characters of a lane's waiting reports. */
const MAX_LENGTH = 1_000_000

/** A report and where it is kept. */
export interface Stored {
  readonly key: string
  readonly report: KeptReport
}

/** What one lane keeps over restarts, a key a report: those that still grow, and those that wait to be sent. */
export interface LaneStore {
  /** The report that grows under a name, where there is one. */
  read(name: string): KeptReport | undefined
  /** Keeps a growing report, without what is forbidden. */
  grow(name: string, report: KeptReport): void
  /** The oldest first. */
  growing(): readonly Stored[]
  /** Keeps a report to be sent, without what is forbidden; once by its id. */
  enqueue(report: KeptReport): void
  /** The oldest first. */
  waiting(): readonly Stored[]
  remove(key: string): void
  /** Drops what is forbidden by now or too old, and then aborts the request that may hold it. */
  purge(): void
  /** Drops the oldest where too much waits. */
  trim(): void
}

const parseReport = (text: string | undefined): KeptReport | undefined =>
  parseJson(text) as KeptReport | undefined

const oldestFirst = (keys: readonly string[], get: KeyValueStorage['get']): Stored[] =>
  keys
    .map((key) => ({ key, report: parseReport(get(key)) }))
    .filter((stored): stored is Stored => stored.report !== undefined)
    .toSorted((a, b) => a.report.fromMillis - b.report.fromMillis)

/** Drops the oldest of what waits until the rest is not too much. */
const dropOldest = ({ get, remove }: KeyValueStorage, keys: readonly string[], count: Count): void => {
  const lengthOf = (key: string): number => get(key)?.length ?? 0
  let excess = keys.reduce((length, key) => length + lengthOf(key), -MAX_LENGTH)
  if (excess <= 0) return
  for (const { key } of oldestFirst(keys, get)) {
    if (excess <= 0) return
    excess -= lengthOf(key)
    remove(key)
    count('queue-full')
  }
}

/** Keeps the reports of a lane in the platform's storage, which clients in other tabs may share. */
export const createLaneStore = (
  category: DataCategory,
  { platform, gate, transport, count }: Services,
): LaneStore => {
  const { storage, now } = platform
  const growing = `${category}.growing.`
  const waiting = `${category}.waiting.`
  const keys = (prefix: string): string[] => storage.keys().filter((key) => key.startsWith(prefix))
  const list = (prefix: string): Stored[] => oldestFirst(keys(prefix), storage.get)
  const keep = (key: string, report: KeptReport | undefined): void =>
    report ? storage.set(key, JSON.stringify(report)) : storage.remove(key)
  /** What may still be kept of a report, or why nothing may. */
  const judge = (report: KeptReport | undefined): KeptReport | string => {
    if (!report) return 'storage-spoilt'
    if (now() - report.toMillis >= MAX_AGE_MILLIS) return 'too-old'
    return gate.allowed(category, report) ?? 'forbidden'
  }
  return {
    read: (name) => parseReport(storage.get(growing + name)),
    grow: (name, report) => keep(growing + name, gate.allowed(category, report)),
    growing: () => list(growing),
    enqueue: (report) => {
      const key = waiting + report.id
      if (!storage.get(key)) keep(key, gate.allowed(category, report))
    },
    waiting: () => list(waiting),
    remove: storage.remove,
    purge: () => {
      for (const key of keys(`${category}.`)) {
        const report = parseReport(storage.get(key))
        const verdict = judge(report)
        if (verdict === report) continue
        count(typeof verdict === 'string' ? verdict : 'forbidden')
        keep(key, typeof verdict === 'string' ? undefined : verdict)
        transport.abort(INGEST_PATHS[category])
      }
    },
    trim: () => dropOldest(storage, keys(waiting), count),
  }
}
