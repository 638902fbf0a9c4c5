import type { DataCategory } from '@candor/practices'
import { Type } from 'typebox'
import { roles } from './access.js'
import type { Contract } from './route.js'
import { Category, Count, exactly, Instant, ProductName, ProductQuery } from './shapes.js'

const TAG = 'data'
const READERS = ['operator', 'privacy-officer', 'auditor'] as const

const ShapeField = exactly({
  name: Type.Optional(Type.String()),
  kind: Type.Enum(['null', 'truth', 'whole-number', 'number', 'text', 'list', 'object']),
  size: Type.Optional(Count),
})
export const QuarantineGroup = exactly({
  id: Type.String(),
  category: Category,
  code: Type.String(),
  practicesVersion: Count,
  client: Type.String(),
  os: Type.String(),
  dataType: Type.String(),
  count: Count,
  firstSeen: Type.String({ description: "In the lane's precision" }),
  lastSeen: Type.String({ description: "In the lane's precision" }),
  kept: Count,
  sample: exactly({ fields: Type.Array(ShapeField), data: Type.Array(ShapeField) }),
})
export const LaneStop = exactly({ product: ProductName, category: Category, until: Instant })
export const RetentionFigures = exactly({
  state: Type.Enum(['resting', 'running', 'failing']),
  failure: Type.Optional(Type.String()),
  progress: exactly({ done: Count, steps: Count }),
  lastRunMillis: Type.Optional(Type.Integer()),
  removed: Type.Array(
    exactly({
      product: ProductName,
      category: Category,
      dataType: Type.Optional(Type.String()),
      reports: Count,
    }),
  ),
  oldest: Type.Array(exactly({ product: ProductName, category: Category, day: Type.String() })),
})

const ROWS = {
  mediaType: 'application/octet-stream',
  description: 'Rows of the lane, in the format',
} as const
const exportOf = <const C extends DataCategory>(category: C) =>
  ({
    method: 'GET',
    path: `/api/export/${category}`,
    tag: TAG,
    summary: `The reports of the ${category} lane, pseudonymous; an entry of the audit log says who took them`,
    access: roles(...READERS),
    query: exactly({
      product: Type.Optional(ProductName),
      format: Type.Optional(Type.Enum(['jsonl', 'csv', 'parquet'])),
    }),
    answer: ROWS,
  }) as const

/** The quarantine, stops of lanes, retention, export and backup. */
export const DATA_ROUTES = {
  listQuarantine: {
    method: 'GET',
    path: '/api/quarantine',
    tag: TAG,
    summary: 'What is wrong with refused reports, in groups, without what they say',
    access: roles(...READERS),
    query: ProductQuery,
    answer: exactly({
      product: ProductName,
      groups: Type.Array(QuarantineGroup),
      droppedGroups: Count,
      droppedKept: Count,
    }),
  },
  replayQuarantine: {
    method: 'POST',
    path: '/api/quarantine/replay',
    tag: TAG,
    summary: 'Admit what the practices know by now',
    access: roles('operator'),
    body: exactly({ product: Type.Optional(ProductName) }),
    answer: Type.Object({ product: ProductName }, { additionalProperties: Count }),
  },
  clearQuarantine: {
    method: 'DELETE',
    path: '/api/quarantine',
    tag: TAG,
    summary: 'Forget a group, or all of a product',
    access: roles('operator'),
    query: exactly({
      product: Type.Optional(ProductName),
      id: Type.Optional(Type.String({ maxLength: 64 })),
    }),
    answer: exactly({ product: ProductName, cleared: Count }),
  },
  listLaneStops: {
    method: 'GET',
    path: '/api/lane-stops',
    tag: TAG,
    summary: 'Lanes that take no reports until an instant',
    access: roles(...READERS),
    answer: exactly({ stops: Type.Array(LaneStop) }),
  },
  changeLaneStop: {
    method: 'PUT',
    path: '/api/lane-stops',
    tag: TAG,
    summary: 'Stop a lane until an instant, or end the stop',
    access: roles('operator', 'privacy-officer'),
    body: Type.Object({}, { description: '{ product?, category, until: an instant to come, or null }' }),
    answer: exactly({
      changed: exactly({
        product: ProductName,
        category: Category,
        until: Type.Union([Instant, Type.Null()]),
      }),
    }),
  },
  readRetention: {
    method: 'GET',
    path: '/api/retention',
    tag: TAG,
    summary: 'What retention did and does',
    access: roles(...READERS),
    answer: RetentionFigures,
  },
  runRetention: {
    method: 'POST',
    path: '/api/retention',
    tag: TAG,
    summary: 'Remove what is over, now',
    access: roles('operator'),
    answer: RetentionFigures,
  },
  exportCensus: exportOf('census'),
  exportUsage: exportOf('usage'),
  exportErrors: exportOf('error'),
  makeBackup: {
    method: 'POST',
    path: '/api/backup',
    tag: TAG,
    summary: 'A tar archive of the running service; with its keys on the same machine alone',
    access: roles('operator'),
    query: exactly({ keys: Type.Optional(Type.String({ maxLength: 20 })) }),
    answer: { mediaType: 'application/x-tar', description: 'The archive' },
  },
} as const satisfies Contract
