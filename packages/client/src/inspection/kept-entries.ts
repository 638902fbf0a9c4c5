import { DATA_CATEGORIES, isObject } from '@candor/practices'

import type { DroppedReports, SentRequest } from '../core/inspection.js'

/** What another release, another program or a fault of the disk left may be anything. */
const isEntry = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) &&
  DATA_CATEGORIES.some((category) => category === value['category']) &&
  Number.isSafeInteger(value['atMillis'])

/** Whether what was kept is a request that was answered. */
export const isSentRequest = (value: unknown): value is SentRequest =>
  isEntry(value) &&
  typeof value['body'] === 'string' &&
  typeof value['answer'] === 'string' &&
  Number.isSafeInteger(value['status'])

/** Whether what was kept is reports that will not be sent. */
export const isDroppedReports = (value: unknown): value is DroppedReports =>
  isEntry(value) && typeof value['reason'] === 'string' && Array.isArray(value['ids'])
