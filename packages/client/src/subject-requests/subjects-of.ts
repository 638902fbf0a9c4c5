import {
  isObject,
  parseDeviceId,
  type DataCategory,
  type DeviceId,
  type DevicePractices,
} from '@candor/practices'

import type { KeptOnDevice, SentRequest } from '../core/inspection.js'

/** The most ids that one request may name. */
const MAX_IDS = 10_000

/** What one request asks about: reports by their random ids, or in census a device by its random id. */
export type Subject = { readonly reports: readonly string[] } | { readonly device: DeviceId }

/** The part of an app's Candor that subject requests use. */
export interface CandorOfSubject {
  readonly practices: DevicePractices
  readonly connection: { readonly endpoint: string; readonly key: string }
  waiting(): readonly KeptOnDevice[]
  sent(): readonly SentRequest[]
  /** The ids of the reports that the service acknowledged. */
  reportIds(category: DataCategory): readonly string[]
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The data of the reports that a body holds. */
const dataIn = (body: string): readonly Readonly<Record<string, unknown>>[] => {
  const envelope = parse(body)
  const reports: unknown = isObject(envelope) ? envelope['reports'] : undefined
  return Array.isArray(reports)
    ? reports.map((report: unknown) => (isObject(report) ? report['data'] : undefined)).filter(isObject)
    : []
}

/** The device's random id, where a census report names it that waits or is still in the log of what was sent. */
const deviceIdOf = (candor: CandorOfSubject): DeviceId | undefined => {
  const names = Object.entries(candor.practices.dataTypes.census)
    .filter(([, { kind }]) => kind === 'device-id')
    .map(([name]) => name)
  return [...candor.waiting(), ...candor.sent().toReversed()]
    .filter(({ category }) => category === 'census')
    .flatMap(({ body }) => dataIn(body))
    .flatMap((data) => names.map((name) => parseDeviceId(data[name])))
    .find((id) => id !== undefined)
}

/** What a lane's requests ask about: in census the device and the reports, which may be older than its id; else the reports. */
export const subjectsOf = (candor: CandorOfSubject, category: DataCategory): readonly Subject[] => {
  const device = category === 'census' ? deviceIdOf(candor) : undefined
  const ids = candor.reportIds(category)
  const parts = Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_, part) => ({
    reports: ids.slice(part * MAX_IDS, (part + 1) * MAX_IDS),
  }))
  return device === undefined ? parts : [{ device }, ...parts]
}
