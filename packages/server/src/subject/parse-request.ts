import {
  DATA_CATEGORIES,
  isObject,
  LIMITS,
  parseDeviceId,
  parseReportId,
  type DataCategory,
  type DeviceId,
  type Parsed,
} from '@candor/practices'
import type { Subject } from './subject.js'

/** What a device asks about: reports of one lane by their random ids, or itself in census. */
export interface DeviceQuestion {
  readonly category: DataCategory
  readonly subject: Subject
}

/** What an operator asks about: a user by the raw id, which is kept nowhere, or a device. */
export type OperatorQuestion =
  | { readonly by: 'user'; readonly user: string }
  | { readonly by: 'device'; readonly device: DeviceId }

const malformed = (field: string): Parsed<never> => ({
  kind: 'refused',
  code: 'CANDOR_SUBJECT_REQUEST_MALFORMED',
  field,
})

const parseText = (body: unknown): unknown => {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

const parseReports = (value: unknown): Subject | undefined => {
  if (!Array.isArray(value) || value.length === 0 || value.length > LIMITS.maxSubjectReports) return undefined
  const ids = new Set(value.map(parseReportId))
  return ids.has(undefined) ? undefined : { by: 'reports', ids: [...ids].filter((id) => id !== undefined) }
}

const parseDevice = (category: DataCategory, value: unknown): Subject | undefined => {
  const id = category === 'census' ? parseDeviceId(value) : undefined
  return id === undefined ? undefined : { by: 'device', ids: [id] }
}

const DEVICE_KEYS: ReadonlySet<string> = new Set(['v', 'category', 'reports', 'device'])

/** The question in a device's request body: JSON, or its text. Only who made the random ids can name them. */
export const parseDeviceQuestion = (given: unknown): Parsed<DeviceQuestion> => {
  const body = parseText(given)
  if (!isObject(body)) return malformed('body')
  if (Object.keys(body).some((key) => !DEVICE_KEYS.has(key))) return malformed('body')
  if (body['v'] !== 1) return malformed('v')
  const category = DATA_CATEGORIES.find((known) => known === body['category'])
  if (category === undefined) return malformed('category')
  const { reports, device } = body
  if ((reports === undefined) === (device === undefined)) return malformed('reports')
  const subject = device === undefined ? parseReports(reports) : parseDevice(category, device)
  if (subject === undefined) return malformed(device === undefined ? 'reports' : 'device')
  return { kind: 'parsed', value: { category, subject } }
}

const isUser = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LIMITS.maxUserIdLength

/** The question in an operator's request body. */
export const parseOperatorQuestion = (body: unknown): Parsed<OperatorQuestion> => {
  if (!isObject(body)) return malformed('body')
  const { user, device } = body
  if ((user === undefined) === (device === undefined)) return malformed('user')
  if (device === undefined)
    return isUser(user) ? { kind: 'parsed', value: { by: 'user', user } } : malformed('user')
  const id = parseDeviceId(device)
  return id === undefined ? malformed('device') : { kind: 'parsed', value: { by: 'device', device: id } }
}
