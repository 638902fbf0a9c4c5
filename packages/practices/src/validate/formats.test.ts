import { isIP } from 'node:net'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isIpAddress, isName, isVersion } from './formats.js'

const joined = (...parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 18 }).map((texts) => texts.join(''))

test('an IP address is what the platform takes for one, without a zone', () => {
  const text = fc.oneof(
    joined(
      ':',
      ':',
      '::',
      '1',
      'ffff',
      'ABCD',
      '0',
      '12345',
      'g',
      '.',
      '1.2.3.4',
      '255.255.255.255',
      '01.2.3.4',
    ),
    fc.ipV4(),
    fc.ipV6(),
  )
  fc.assert(
    fc.property(text, (value) => {
      expect(isIpAddress(value)).toBe(isIP(value) !== 0)
    }),
  )
})

test('no IPv4 address, with or without zeros before its numbers, is a name or a version, whatever follows it', () => {
  const octet = fc
    .tuple(fc.constantFrom('', '0', '00'), fc.integer({ min: 0, max: 255 }))
    .map((parts) => parts.join(''))
  const address = fc.tuple(octet, octet, octet, octet)
  fc.assert(
    fc.property(
      address,
      fc.constantFrom('.', '-'),
      fc.constantFrom('', '-x', ' y', '+1'),
      (octets, dot, suffix) => {
        const text = octets.join(dot)
        expect([isName(text), isVersion(text), dot === '.' && isVersion(text + suffix)]).toEqual([
          false,
          false,
          false,
        ])
      },
    ),
  )
})

test('no GUID is a name, in whatever case', () => {
  fc.assert(
    fc.property(fc.uuid(), (guid) => {
      expect([isName(guid), isName(guid.toUpperCase())]).toEqual([false, false])
    }),
  )
})
