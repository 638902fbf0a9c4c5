import { CandorError } from '@candor/practices'

import { POLICY_FAULTS } from '../faults.js'
import {
  HEADER_BYTES,
  REGISTRY_POL_LIMITS,
  REGISTRY_TYPES,
  SIGNATURE,
  VERSION,
  type RegistryPolEntry,
  type RegistryPolFault,
} from './registry-pol.js'

const UNIT_BYTES = 2
const NUMBER_BYTES = 4
/** The brackets and the four semicolons. */
const DELIMITER_UNITS = 6
/** The zeroes that end the key and the value's name. */
const TERMINATOR_UNITS = 2

const faultOf = ({ key, valueName, data }: RegistryPolEntry): RegistryPolFault | undefined => {
  if (key === '' || key.includes('\0') || key.length > REGISTRY_POL_LIMITS.keyLength) return 'key'
  if (valueName.includes('\0') || valueName.length > REGISTRY_POL_LIMITS.valueNameLength) return 'value-name'
  return data.byteLength > REGISTRY_POL_LIMITS.dataBytes ? 'size' : undefined
}

const sizeOf = ({ key, valueName, data }: RegistryPolEntry): number =>
  (key.length + valueName.length + DELIMITER_UNITS + TERMINATOR_UNITS) * UNIT_BYTES +
  2 * NUMBER_BYTES +
  data.byteLength

const createByteWriter = (sizeBytes: number) => {
  const bytes = new Uint8Array(sizeBytes)
  const view = new DataView(bytes.buffer)
  let at = 0
  return {
    bytes,
    number: (value: number): void => {
      view.setUint32(at, value, true)
      at += NUMBER_BYTES
    },
    text: (text: string): void => {
      for (let index = 0; index < text.length; index += 1) {
        view.setUint16(at, text.charCodeAt(index), true)
        at += UNIT_BYTES
      }
    },
    raw: (data: Uint8Array): void => {
      bytes.set(data, at)
      at += data.byteLength
    },
  }
}

const check = (entries: readonly RegistryPolEntry[], sizeBytes: number): void => {
  const faults = entries.map((entry) => ({ entry, fault: faultOf(entry) }))
  const damaged = faults.find(({ fault }) => fault !== undefined)
  const fault = damaged?.fault ?? (sizeBytes > REGISTRY_POL_LIMITS.fileBytes ? 'over-16-mib' : undefined)
  if (fault === undefined) return
  const where = damaged === undefined ? {} : { key: damaged.entry.key, valueName: damaged.entry.valueName }
  throw new CandorError('CANDOR_CONFIGURATION_INVALID', { ...where, fault: POLICY_FAULTS[fault].en })
}

/**
 * The bytes of a Registry.pol file ([MS-GPREG] section 2.2.1) with these instructions in this order. Throws
 * CANDOR_CONFIGURATION_INVALID for what such a file cannot hold; see REGISTRY_POL_LIMITS.
 */
export const writeRegistryPol = (entries: readonly RegistryPolEntry[]): Uint8Array => {
  const sizeBytes = entries.reduce((sum, entry) => sum + sizeOf(entry), HEADER_BYTES)
  check(entries, sizeBytes)
  const writer = createByteWriter(sizeBytes)
  writer.number(SIGNATURE)
  writer.number(VERSION)
  for (const { key, valueName, type, data } of entries) {
    writer.text(`[${key}\0;${valueName}\0;`)
    writer.number(REGISTRY_TYPES.indexOf(type))
    writer.text(';')
    writer.number(data.byteLength)
    writer.text(';')
    writer.raw(data)
    writer.text(']')
  }
  return writer.bytes
}
