declare const brand: unique symbol
type Branded<T, B extends string> = T & { readonly [brand]: B }

/** A report's random id: a UUID in lower case, made on the device and kept over retries. */
export type ReportId = Branded<string, 'ReportId'>

/** A device's random id: a GUID in upper case, made once and kept; not derived from hardware. */
export type DeviceId = Branded<string, 'DeviceId'>

/** The first hash of a user id: 32 bytes as 43 base64url characters. */
export type FirstHash = Branded<string, 'FirstHash'>

/** A keyed hash of an identifier, made by the service: 128 bits shown as a GUID in upper case. */
export type Pseudonym = Branded<string, 'Pseudonym'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const FIRST_HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/

/** The report id in a value, or undefined where it is none. */
export const parseReportId = (value: unknown): ReportId | undefined =>
  typeof value === 'string' && UUID.test(value) ? (value.toLowerCase() as ReportId) : undefined

/** The device id in a value, or undefined where it is none. */
export const parseDeviceId = (value: unknown): DeviceId | undefined =>
  typeof value === 'string' && UUID.test(value) ? (value.toUpperCase() as DeviceId) : undefined

/** The first hash in a value, or undefined where it is none (canonical base64url only). */
export const parseFirstHash = (value: unknown): FirstHash | undefined =>
  typeof value === 'string' && FIRST_HASH.test(value) ? (value as FirstHash) : undefined

const DIGITS = '0123456789ABCDEF'

/** 16 bytes as a GUID in upper case, first byte first. Longer input: the first 16 bytes count. */
export const toGuid = (bytes: Uint8Array): string => {
  let guid = ''
  for (let at = 0; at < 16; at += 1) {
    if (at === 4 || at === 6 || at === 8 || at === 10) guid += '-'
    const byte = bytes[at] ?? 0
    guid += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15)
  }
  return guid
}

/** The keyed hash's first 128 bits as a pseudonym. */
export const toPseudonym = (hash: Uint8Array): Pseudonym => toGuid(hash) as Pseudonym
