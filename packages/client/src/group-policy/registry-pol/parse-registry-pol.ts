import { createByteReader, Damage, type ByteReader } from './byte-reader.js'
import {
  HEADER_BYTES,
  REGISTRY_POL_LIMITS,
  REGISTRY_TYPES,
  SIGNATURE,
  VERSION,
  type ParsedRegistryPol,
  type RegistryPolEntry,
} from './registry-pol.js'

const readHeader = (reader: ByteReader): void => {
  if (reader.number() !== SIGNATURE) reader.refuse('signature')
  if (reader.number() !== VERSION) reader.refuse('version')
}

const readEntry = (reader: ByteReader): RegistryPolEntry => {
  reader.sign('[')
  const key = reader.text(REGISTRY_POL_LIMITS.keyLength, 'key')
  if (key === '') reader.refuse('key')
  reader.sign(';')
  const valueName = reader.text(REGISTRY_POL_LIMITS.valueNameLength, 'value-name')
  reader.sign(';')
  const type = REGISTRY_TYPES[reader.number()] ?? reader.refuse('type')
  reader.sign(';')
  const size = reader.number()
  if (size > REGISTRY_POL_LIMITS.dataBytes) reader.refuse('size')
  reader.sign(';')
  const data = reader.bytes(size)
  reader.sign(']')
  return { key, valueName, type, data }
}

/**
 * The instructions of a Registry.pol file ([MS-GPREG] section 2.2.1), in their order, which matters. Never throws:
 * a file that is damaged anywhere is damaged as a whole, and says where.
 */
export const parseRegistryPol = (bytes: Uint8Array): ParsedRegistryPol => {
  if (bytes.byteLength > REGISTRY_POL_LIMITS.fileBytes)
    return { kind: 'damaged', fault: 'over-16-mib', offsetBytes: REGISTRY_POL_LIMITS.fileBytes }
  if (bytes.byteLength < HEADER_BYTES) return { kind: 'damaged', fault: 'signature', offsetBytes: 0 }
  const reader = createByteReader(bytes)
  const entries: RegistryPolEntry[] = []
  try {
    readHeader(reader)
    while (!reader.isAtEnd()) entries.push(readEntry(reader))
    return { kind: 'parsed', entries }
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    return { kind: 'damaged', fault: error.fault, offsetBytes: error.offsetBytes }
  }
}
