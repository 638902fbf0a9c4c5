import { isIP } from 'node:net'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isIpAddress, isLanguage, isName, isOrganisation, isVersion } from './formats.js'

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
      fc.constantFrom('.', '-', ' ', '_', '/', ',', ' - '),
      fc.constantFrom('', '-x', ' y', '+1'),
      fc.constantFrom('', '8-', '1.2-', '6 '),
      (octets, dot, suffix, prefix) => {
        const text = octets.join(dot)
        expect([isName(prefix + text + suffix), isVersion(prefix + text)]).toEqual([false, false])
        expect(dot === '.' && isVersion(text + suffix)).toBe(false)
      },
    ),
  )
})

test('no GUID is in a name, an organisation, a version or a language, however it is written', () => {
  const around = fc.constantFrom('', 'x', 'a-', '1-', 'en-')
  fc.assert(
    fc.property(fc.uuid(), around, around, (uuid, before, after) => {
      const digits = uuid.replaceAll('-', '')
      const inEights = digits.replaceAll(/(.{8})(?=.)/g, '$1-')
      for (const guid of [uuid, digits, inEights, uuid.toUpperCase(), digits.toUpperCase()]) {
        const text = before + guid + after
        const isIn = [isName(text), isOrganisation(text), isOrganisation(`${text}.com`)]
        expect([...isIn, isVersion(text), isLanguage(text)]).not.toContain(true)
      }
    }),
  )
})

test.each([
  'en',
  'EN-US',
  'es_419',
  'zh-Hant-TW',
  'zh-yue-HK',
  'ca-ES-valencia',
  'de-CH-1901',
  'sr-Latn-RS',
  'nn',
])('a language is %s', (tag) => {
  expect(isLanguage(tag)).toBe(true)
})

test.each(['aa-10-00-00-01', 'en-contoso-com', 'en-5e872200-f5464ccd', 'contoso', 'en-', 'e'])(
  'no language is %s',
  (text) => {
    expect(isLanguage(text)).toBe(false)
  },
)

test.each([
  'iPhone14,2',
  'SM-G991B/DS',
  'OptiPlex 7010',
  'HP EliteBook 840 14 inch G9 (1-2)',
  'Teams 2',
  '会议 3-4',
])('a name is %s', (text) => {
  expect(isName(text)).toBe(true)
})
