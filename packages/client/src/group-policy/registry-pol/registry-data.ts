import type { RegistryPolEntry } from './registry-pol.js'

const UNIT_BYTES = 2
const DWORD_BYTES = 4

/** A text as REG_SZ holds it: UTF-16LE with a terminating zero. */
export const encodeText = (text: string): Uint8Array => {
  const bytes = new Uint8Array((text.length + 1) * UNIT_BYTES)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * UNIT_BYTES, text.charCodeAt(index), true)
  return bytes
}

/** The text of REG_SZ data, up to its first zero. An odd last byte is left out. */
export const decodeText = (data: Uint8Array): string => {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  let text = ''
  for (let at = 0; at + UNIT_BYTES <= data.byteLength; at += UNIT_BYTES) {
    const unit = view.getUint16(at, true)
    if (unit === 0) break
    text += String.fromCharCode(unit)
  }
  return text
}

/** A whole number from 0 to 4 294 967 295 as REG_DWORD holds it. */
const encodeNumber = (value: number): Uint8Array => {
  const bytes = new Uint8Array(DWORD_BYTES)
  new DataView(bytes.buffer).setUint32(0, value, true)
  return bytes
}

/** The number of REG_DWORD data; undefined where there are not exactly four bytes. */
export const decodeNumber = (data: Uint8Array): number | undefined =>
  data.byteLength === DWORD_BYTES
    ? new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(0, true)
    : undefined

/** The instruction that sets a REG_DWORD. */
export const setNumber = (key: string, valueName: string, value: number): RegistryPolEntry => ({
  key,
  valueName,
  type: 'REG_DWORD',
  data: encodeNumber(value),
})

/** The instruction that deletes a value. Its data are a blank, as the format wants it. */
export const deleteValue = (key: string, valueName: string): RegistryPolEntry => ({
  key,
  valueName: `**del.${valueName}`,
  type: 'REG_SZ',
  data: encodeText(' '),
})
