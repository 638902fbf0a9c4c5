import type { DataCategory, DecisionBasis } from '@candor/practices'

import { coveredDayMillis } from './covered-day.js'
import type { EntryHead } from '../spool/report-columns.js'
import type { Column, StoredRows } from './column.js'
import type { ErrorGrouping } from './error-grouping.js'
import type { ColumnType } from './column-type.js'

/** The type that holds a lane's times: nothing in it is more precise than the lane is. */
const TIME_TYPES = {
  census: 'date',
  usage: 'date-time',
  error: 'instant',
} as const satisfies Readonly<Record<DataCategory, ColumnType>>

// Common names have an underscore, which names of data types never have, and none of the suffixes of an exception's columns.

/** What a report has of its request. */
const ofHead =
  (part: (head: EntryHead) => unknown) =>
  ({ reports: { heads, headAt } }: StoredRows): readonly unknown[] => {
    const parts = heads.map(part)
    return headAt.map((at) => parts[at])
  }

const ofDecision =
  (part: keyof DecisionBasis) =>
  ({ reports: { decisions } }: StoredRows): readonly unknown[] =>
    decisions.map((decision) => decision?.[part])

const ofGrouping =
  (part: keyof ErrorGrouping) =>
  ({ groupings }: StoredRows): readonly unknown[] =>
    groupings.map((grouping) => grouping[part])

const coveredDays =
  (category: DataCategory) =>
  ({ reports: { fromMillis, toMillis } }: StoredRows): readonly unknown[] =>
    toMillis.map((to, row) => coveredDayMillis(category, { fromMillis: fromMillis[row] ?? to, toMillis: to }))

const beforeData = (category: DataCategory): readonly Column[] => [
  { name: 'report_id', type: 'uuid', valuesOf: ({ reports }) => reports.ids },
  { name: 'covered_day', type: 'date', valuesOf: coveredDays(category) },
  { name: 'covers_from', type: TIME_TYPES[category], valuesOf: ({ reports }) => reports.fromMillis },
  { name: 'covers_to', type: TIME_TYPES[category], valuesOf: ({ reports }) => reports.toMillis },
  { name: 'received_at', type: TIME_TYPES[category], valuesOf: ofHead((head) => head.receivedMillis) },
  { name: 'practices_version', type: 'version', valuesOf: ofHead((head) => head.practicesVersion) },
  { name: 'client_kind', type: 'word', valuesOf: ofHead((head) => head.client) },
  { name: 'client_os', type: 'word', valuesOf: ofHead((head) => head.os) },
]

const ORIGIN: readonly Column[] = [
  { name: 'origin_org', type: 'word', valuesOf: ofHead((head) => head.org) },
  { name: 'origin_pool', type: 'word', valuesOf: ofHead((head) => head.pool) },
  { name: 'decision_control', type: 'word', valuesOf: ofDecision('control') },
  { name: 'decision_source', type: 'word', valuesOf: ofDecision('source') },
  { name: 'decision_detail', type: 'word', valuesOf: ofDecision('detail') },
]

/** The epoch of the row's pseudonyms: one person has another pseudonym in the next. 0 in rows from before it was kept, which are of epoch 1. */
const KEY_EPOCH: Column = {
  name: 'key_epoch',
  type: 'version',
  valuesOf: ofHead((head) => head.keyEpoch),
}

const GROUPING: readonly Column[] = [
  { name: 'error_fingerprint', type: 'text', valuesOf: ofGrouping('fingerprint') },
  { name: 'error_class', type: 'word', valuesOf: ofGrouping('type') },
  { name: 'error_place', type: 'text', valuesOf: ofGrouping('place') },
  { name: 'error_code', type: 'word', valuesOf: ofGrouping('code') },
]

const COMMON = {
  census: [...beforeData('census'), KEY_EPOCH],
  usage: [...beforeData('usage'), ...ORIGIN],
  error: [...beforeData('error'), KEY_EPOCH, ...ORIGIN, ...GROUPING],
} as const satisfies Readonly<Record<DataCategory, readonly Column[]>>

/** The columns that every table of a category has, beside those of the data types. */
export const commonColumns = (category: DataCategory): readonly Column[] => COMMON[category]
