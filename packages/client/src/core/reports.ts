import { INGEST_PATHS, isObject } from '@candor/practices'

import { byteLength } from './byte-length.js'
import type { Lane } from './client.js'
import { allowed } from './decisions.js'
import type { KeptReport, Stored } from './kept-report.js'
import { parseJson } from './parse-json.js'
import { abort } from './transport.js'

const MAX_AGE_MILLIS = 30 * 86_400_000
/** Bytes of a lane's growing and waiting reports. */
const MAX_LANE_BYTES = 1_000_000

/** growing: it still adds up; waiting: it goes with the next request. Both are of the same length. */
export type ReportState = 'growing' | 'waiting'

/** The key of a report, or what the keys of all begin with. */
export const keyOf = ({ category }: Lane, state: ReportState | 'left', id = ''): string =>
  `${category}.${state}.${id}`

const readReport = (text: string): KeptReport | undefined => {
  const report = parseJson(text) as KeptReport | undefined
  return isObject(report?.head) &&
    isObject(report.data) &&
    Number.isSafeInteger(report.fromMillis) &&
    Number.isSafeInteger(report.toMillis)
    ? report
    : undefined
}

/** What a lane keeps in some states, the oldest first; what was spoilt has no report. */
const entriesOf = (lane: Lane, ...states: readonly ReportState[]) => {
  const { device } = lane
  return device
    .keys()
    .filter((key) => states.some((state) => key.startsWith(keyOf(lane, state))))
    .map((key) => {
      const text = device.get(key) ?? ''
      return { key, text, report: readReport(text) }
    })
    .toSorted((a, b) => (a.report?.fromMillis ?? 0) - (b.report?.fromMillis ?? 0))
}

/** Reports of later practices are left to the instances that know those: a tab may be older than the one beside it. */
const isKnown = ({ practices }: Lane, { head }: KeptReport): boolean =>
  !(Number(head.practices.split('@')[1]) > practices.version)

/** The reports of a state that this instance knows, the oldest first. */
export const list = (lane: Lane, state: ReportState): readonly Stored[] =>
  entriesOf(lane, state).filter((entry): entry is Stored => !!entry.report && isKnown(lane, entry.report))

/** Keeps a report under a key, without what is forbidden. */
export const keep = (lane: Lane, key: string, report: KeptReport): void => {
  const kept = allowed(lane, report)
  if (kept) lane.device.set(key, JSON.stringify(kept))
  else lane.device.remove(key)
}

/** Keeps a report to be sent, without what is forbidden; once by its id. */
export const enqueue = (lane: Lane, report: KeptReport): void => {
  const key = keyOf(lane, 'waiting', report.id)
  if (!lane.device.get(key)) keep(lane, key, report)
}

/** Whether a report is still kept, and as it was. */
export const isKept = ({ device }: Lane, { key, text }: Stored): boolean => device.get(key) === text

const drop = (lane: Lane, reason: string, keys: readonly string[]): void => {
  const ids = keys.map((key) => {
    lane.device.remove(key)
    lane.count(reason)
    return key.slice(keyOf(lane, 'growing').length)
  })
  lane.state.log?.dropped(lane.category, reason, ids)
}

/** Drops the oldest where the lane keeps too much. */
export const trim = (lane: Lane): void => {
  const kept = entriesOf(lane, 'growing', 'waiting')
  let excess = -(lane.options.maxLaneBytes ?? MAX_LANE_BYTES)
  for (const { text } of kept) excess += byteLength(text)
  const oldest = kept.filter(({ text }) => {
    const isExcess = excess > 0
    if (isExcess) excess -= byteLength(text)
    return isExcess
  })
  drop(
    lane,
    'queue-full',
    oldest.map(({ key }) => key),
  )
}

/** What may still be kept of a report, or why nothing may. */
const judge = (lane: Lane, report: KeptReport | undefined): KeptReport | string => {
  if (!report) return 'storage-spoilt'
  if (!isKnown(lane, report)) return report
  if (lane.platform.now() - report.toMillis >= MAX_AGE_MILLIS) return 'too-old'
  return allowed(lane, report) ?? 'forbidden'
}

/** Drops what is forbidden by now or too old; aborts the request that holds what was dropped, here or by another instance. */
export const purge = (lane: Lane): void => {
  // A kill on Node, where a step is several files, may have left what was already made into a report.
  for (const { report } of list(lane, 'waiting')) lane.device.remove(keyOf(lane, 'growing', report.id))
  const doomed: Record<string, string[]> = {}
  for (const { key, report } of entriesOf(lane, 'growing', 'waiting')) {
    const verdict = judge(lane, report)
    if (typeof verdict === 'string') (doomed[verdict] ??= []).push(key)
    else if (verdict !== report) {
      lane.count('forbidden')
      keep(lane, key, verdict)
    }
  }
  for (const [reason, keys] of Object.entries(doomed)) drop(lane, reason, keys)
  if (!lane.sent.every((stored) => isKept(lane, stored))) abort(lane, INGEST_PATHS[lane.category])
}
