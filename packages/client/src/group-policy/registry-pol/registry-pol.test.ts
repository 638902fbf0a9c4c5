import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  parseRegistryPol,
  REGISTRY_POL_FAULTS,
  REGISTRY_POL_LIMITS,
  REGISTRY_TYPES,
  writeRegistryPol,
  type RegistryPolEntry,
} from '../index.js'

const utf16 = (text: string): readonly number[] => Array.from(text, (sign) => [sign.charCodeAt(0), 0]).flat()

/** One instruction, byte by byte as [MS-GPREG] section 2.2.1 has it. */
const KNOWN = Uint8Array.from(
  [
    [0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0],
    utf16('[Software\\P\0;N\0;'),
    [4, 0, 0, 0],
    utf16(';'),
    [4, 0, 0, 0],
    utf16(';'),
    [1, 0, 0, 0],
    utf16(']'),
  ].flat(),
)

const without0 = (text: string): string => text.replaceAll('\0', '')
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('**del.A', '**delvals.', '[;]', '\uD800', ''),
)

const entries: fc.Arbitrary<readonly RegistryPolEntry[]> = fc.array(
  fc.record({
    key: name.map((text) => without0(text) || 'K'),
    valueName: name.map(without0),
    type: fc.constantFrom(...REGISTRY_TYPES),
    data: fc.uint8Array({ maxLength: 60 }),
  }),
  { maxLength: 6 },
)

test('a known file is read and written byte by byte', () => {
  const entry = {
    key: String.raw`Software\P`,
    valueName: 'N',
    type: 'REG_DWORD',
    data: Uint8Array.of(1, 0, 0, 0),
  } as const
  expect(parseRegistryPol(KNOWN)).toEqual({ kind: 'parsed', entries: [entry] })
  expect(writeRegistryPol([entry])).toEqual(KNOWN)
})

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(entries, (some) => {
      expect(parseRegistryPol(writeRegistryPol(some))).toEqual({ kind: 'parsed', entries: some })
    }),
  )
})

test('the largest name and data are read as they were', () => {
  const some: readonly RegistryPolEntry[] = [
    {
      key: 'k'.repeat(REGISTRY_POL_LIMITS.keyLength),
      valueName: 'v'.repeat(REGISTRY_POL_LIMITS.valueNameLength),
      type: 'REG_BINARY',
      data: new Uint8Array(REGISTRY_POL_LIMITS.dataBytes).fill(0x5d),
    },
  ]
  expect(parseRegistryPol(writeRegistryPol(some))).toEqual({ kind: 'parsed', entries: some })
})

describe('damage', () => {
  const damagedAt = (offset: number, ...bytes: readonly number[]): Uint8Array => {
    const copy = KNOWN.slice()
    copy.set(bytes, offset)
    return copy
  }
  const typeAt = 8 + utf16('[Software\\P\0;N\0;').length

  test.each<readonly [string, Uint8Array, number]>([
    ['signature', damagedAt(0, 0x51), 0],
    ['signature', KNOWN.slice(0, 7), 0],
    ['version', damagedAt(4, 2), 4],
    ['delimiter', damagedAt(8, 0x5c), 8],
    ['type', damagedAt(typeAt, 12), typeAt],
    ['size', damagedAt(typeAt + 6, 0, 0, 1), typeAt + 6],
    ['delimiter', damagedAt(KNOWN.length - 2, 0), KNOWN.length - 2],
    ['truncated', damagedAt(typeAt + 6, 200), typeAt + 12],
    ['truncated', KNOWN.slice(0, 20), 20],
    ['key', Uint8Array.from([...KNOWN.slice(0, 8), ...utf16('[\0')]), 10],
    [
      'value-name',
      Uint8Array.from([...KNOWN.slice(0, 8), ...utf16(`[K\0;${'v'.repeat(260)}\0`)]),
      8 + 2 * 264 - 2,
    ],
    ['over-16-mib', new Uint8Array(REGISTRY_POL_LIMITS.fileBytes + 1), REGISTRY_POL_LIMITS.fileBytes],
  ])('in the %s is named with its place', (fault, bytes, offsetBytes) => {
    expect(parseRegistryPol(bytes)).toEqual({ kind: 'damaged', fault, offsetBytes })
  })

  test('anywhere never throws', () => {
    /** Either a known fault, or entries that are these bytes again. */
    const isAnswer = (bytes: Uint8Array): boolean => {
      const parsed = parseRegistryPol(bytes)
      if (parsed.kind === 'damaged') return REGISTRY_POL_FAULTS.includes(parsed.fault)
      return Buffer.compare(writeRegistryPol(parsed.entries), bytes) === 0
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), isAnswer))
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        isAnswer(Uint8Array.from([...KNOWN.slice(0, 8), ...bytes])),
      ),
    )
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(255), (some, at, byte) => {
        const bytes = writeRegistryPol(some)
        bytes[at % bytes.length] = byte
        return isAnswer(bytes)
      }),
    )
    for (let length = 0; length < KNOWN.length; length += 1)
      expect(isAnswer(KNOWN.slice(0, length))).toBe(true)
  })

  test('of a file that starts within a larger buffer is found all the same', () => {
    const buffer = Uint8Array.from([9, 9, 9, ...KNOWN, 9])
    expect(parseRegistryPol(buffer.subarray(3, 3 + KNOWN.length)).kind).toBe('parsed')
    expect(parseRegistryPol(buffer.subarray(3))).toMatchObject({ kind: 'damaged', fault: 'truncated' })
  })
})

test.each<readonly [string, Partial<RegistryPolEntry>]>([
  ['an empty key', { key: '' }],
  ['a key with a zero', { key: 'a\0b' }],
  ['a name with a zero', { valueName: 'a\0b' }],
  ['a name that is too long', { valueName: 'v'.repeat(260) }],
  ['data that are too large', { data: new Uint8Array(65_536) }],
])('%s is not written', (_what, change) => {
  const entry: RegistryPolEntry = {
    key: 'K',
    valueName: 'N',
    type: 'REG_SZ',
    data: new Uint8Array(),
    ...change,
  }
  expect(() => writeRegistryPol([entry])).toThrow(
    expect.objectContaining({ code: 'CANDOR_CONFIGURATION_INVALID' }),
  )
})
