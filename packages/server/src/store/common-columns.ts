import type { DataCategory } from '@candor/practices'

import { coveredDayMillis } from './covered-day.js'
import type { Column } from './column.js'
import type { ColumnType } from './column-type.js'

/** The type that holds a lane's times: nothing in it is more precise than the lane is. */
const TIME_TYPES = {
  census: 'date',
  usage: 'date-time',
  error: 'instant',
} as const satisfies Readonly<Record<DataCategory, ColumnType>>

// Common names have an underscore, which names of data types never have, and none of the suffixes of an exception's columns.

const beforeData = (category: DataCategory): readonly Column[] => [
  { name: 'report_id', type: 'uuid', valueOf: ({ report }) => report.id },
  { name: 'covered_day', type: 'date', valueOf: ({ report }) => coveredDayMillis(category, report) },
  { name: 'covers_from', type: TIME_TYPES[category], valueOf: ({ report }) => report.fromMillis },
  { name: 'covers_to', type: TIME_TYPES[category], valueOf: ({ report }) => report.toMillis },
  { name: 'received_at', type: TIME_TYPES[category], valueOf: ({ entry }) => entry.receivedMillis },
  { name: 'practices_version', type: 'version', valueOf: ({ entry }) => entry.practicesVersion },
  { name: 'client_kind', type: 'word', valueOf: ({ entry }) => entry.client },
  { name: 'client_os', type: 'word', valueOf: ({ entry }) => entry.os },
]

const ORIGIN: readonly Column[] = [
  { name: 'origin_org', type: 'word', valueOf: ({ entry }) => entry.org },
  { name: 'origin_pool', type: 'word', valueOf: ({ entry }) => entry.pool },
  { name: 'decision_control', type: 'word', valueOf: ({ report }) => report.decision?.control },
  { name: 'decision_source', type: 'word', valueOf: ({ report }) => report.decision?.source },
  { name: 'decision_detail', type: 'word', valueOf: ({ report }) => report.decision?.detail },
]

/** The epoch of the row's pseudonyms: one person has another pseudonym in the next. 0 in rows from before it was kept, which are of epoch 1. */
const KEY_EPOCH: Column = { name: 'key_epoch', type: 'version', valueOf: ({ entry }) => entry.keyEpoch }

const GROUPING: readonly Column[] = [
  { name: 'error_fingerprint', type: 'text', valueOf: ({ grouping }) => grouping?.fingerprint },
  { name: 'error_class', type: 'word', valueOf: ({ grouping }) => grouping?.type },
  { name: 'error_place', type: 'text', valueOf: ({ grouping }) => grouping?.place },
  { name: 'error_code', type: 'word', valueOf: ({ grouping }) => grouping?.code },
]

const COMMON = {
  census: [...beforeData('census'), KEY_EPOCH],
  usage: [...beforeData('usage'), ...ORIGIN],
  error: [...beforeData('error'), KEY_EPOCH, ...ORIGIN, ...GROUPING],
} as const satisfies Readonly<Record<DataCategory, readonly Column[]>>

/** The columns that every table of a category has, beside those of the data types. */
export const commonColumns = (category: DataCategory): readonly Column[] => COMMON[category]
