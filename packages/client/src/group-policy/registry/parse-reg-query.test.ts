import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseRegQuery } from './parse-reg-query.js'

const LYNC = String.raw`SOFTWARE\Policies\Microsoft\Office\16.0\Lync`
const REPORTING = String.raw`SOFTWARE\Microsoft\Windows\Windows Error Reporting`

const captured = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'latin1')

test('reads numbers, and shows every other type as malformed', () => {
  expect(Object.fromEntries(parseRegQuery(captured('english'), LYNC))).toEqual({
    disableautomaticsendtracing: 1,
    'server address   internal': 'REG_SZ pool01.contoso.com',
    empty: 'REG_SZ',
  })
})

test('does not depend on the language or the code page of Windows', () => {
  expect(parseRegQuery(captured('german'), REPORTING).get('disabled')).toBe(1)
  expect(parseRegQuery(captured('spanish'), REPORTING).get('dontsendadditionaldata')).toBe(0)
  expect(parseRegQuery(captured('spanish'), REPORTING).get('maxqueuesize')).toBe(0x32)
})

test.each(['german-missing-key', 'spanish-missing-key', 'german-forbidden'])(
  'finds no value in %s',
  (name) => {
    expect(parseRegQuery(captured(name), LYNC).size).toBe(0)
  },
)

test('takes a name that the output holds twice as malformed, since line breaks in a text can forge a row', () => {
  const values = parseRegQuery(captured('wine-every-type'), LYNC)
  expect(values.get('disableautomaticsendtracing')).toMatch(/twice/)
  expect(values.get('a name    with blanks')).toBe('REG_SZ \u0082 x   y')
  expect(values.get('bin')).toBe('REG_BINARY 0A0B')
})

test('leaves the values of other keys alone', () => {
  const output = captured('english').replace(
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies',
    'HKEY_LOCAL_MACHINE\\SOFTWARE',
  )
  expect(parseRegQuery(output, LYNC).size).toBe(0)
  const below = String.raw`${captured('english')}    Disabled    REG_DWORD    0x1`
  expect(parseRegQuery(below, LYNC).has('disabled')).toBe(false)
})

test.each(['0x', '0x123456789', '1', '0x1    REG_SZ    x', '', '-0x1'])(
  'REG_DWORD data %j are malformed',
  (data) => {
    const output = `\r\nHKEY_CURRENT_USER\\${LYNC}\r\n    Disabled    REG_DWORD    ${data}\r\n`
    expect(typeof parseRegQuery(output, LYNC).get('disabled')).toBe('string')
  },
)

test('reads every number of 32 bits and never throws on anything', () => {
  fc.assert(
    fc.property(fc.nat(0xffff_ffff), (value) => {
      const output = `HKEY_CURRENT_USER\\${LYNC}\r\n    N    REG_DWORD    0x${value.toString(16)}\r\n`
      expect(parseRegQuery(output, LYNC).get('n')).toBe(value)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (output, key) => {
      expect(parseRegQuery(output, key)).toBeInstanceOf(Map)
    }),
  )
})
