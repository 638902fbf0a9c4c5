import { randomFillSync } from 'node:crypto'
import { censusBody, ID_PLACE, usageBody } from '../bodies.js'
import type { LoadOrder } from './load-order.js'

/** A request whose report ids are made anew each time it is sent. */
export interface RequestTemplate {
  /** The bytes of the request with fresh ids; valid until the next call. */
  next(): Buffer
}

const ID_BYTES = 16
const POOL_IDS = 4096
const DIGITS = Buffer.from('0123456789abcdef')

/** Where the digits of a UUID's bytes stand in its text. */
const DIGIT_PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const

const pool = Buffer.alloc(POOL_IDS * ID_BYTES)
let used = POOL_IDS

const writeFreshId = (into: Buffer, at: number): void => {
  if (used === POOL_IDS) {
    randomFillSync(pool)
    used = 0
  }
  const from = used * ID_BYTES
  used += 1
  for (let byte = 0; byte < ID_BYTES; byte += 1) {
    const value = pool[from + byte] ?? 0
    const place = at + (DIGIT_PLACES[byte] ?? 0)
    into[place] = DIGITS[value >> 4] ?? 0
    into[place + 1] = DIGITS[value & 15] ?? 0
  }
}

const placesOf = (bytes: Buffer): readonly number[] => {
  const places: number[] = []
  for (let at = bytes.indexOf(ID_PLACE); at >= 0; at = bytes.indexOf(ID_PLACE, at + 1)) places.push(at)
  return places
}

/** Makes the request of an order; each template belongs to one connection. */
export const createRequestTemplate = ({ url, lane, reports }: LoadOrder): RequestTemplate => {
  const body = lane === 'usage' ? usageBody(reports) : censusBody(reports)
  const head =
    `POST /v1/${lane}?key=bench HTTP/1.1\r\nhost: ${new URL(url).host}\r\n` +
    `content-type: text/plain\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  const bytes = Buffer.from(head + body)
  const places = placesOf(bytes)
  return {
    next: () => {
      for (const place of places) writeFreshId(bytes, place)
      return bytes
    },
  }
}
