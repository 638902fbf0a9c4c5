import fc from 'fast-check'
import { expect, test } from 'vitest'

import { layOutJson, type JsonLine } from './lay-out-json.js'

const textOf = (lines: readonly JsonLine[]): string =>
  lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')
const drawn = (text: string): string =>
  layOutJson(text)
    .map((line) => `${'  '.repeat(line.depth)}${textOf([line])}`)
    .join('\n')

test('lays JSON out in lines without a character more or less', () => {
  expect(drawn('{"v":1,"reports":[{"id":"a","data":{}},[]],"os":"Win,{dows"}')).toBe(
    [
      '{',
      '  "v":1,',
      '  "reports":[',
      '    {',
      '      "id":"a",',
      '      "data":{}',
      '    },',
      '    []',
      '  ],',
      '  "os":"Win,{dows"',
      '}',
    ].join('\n'),
  )
})

test('says what each piece is: a name, a text, a number, a word', () => {
  const pieces = layOutJson('{"a":"b\\"c","d":-1.5e3,"e":null}').flatMap((line) => line.pieces)
  const kinds = pieces.filter(({ kind }) => kind !== 'mark').map(({ kind, text }) => [kind, text])
  expect(kinds).toStrictEqual([
    ['name', '"a"'],
    ['text', '"b\\"c"'],
    ['name', '"d"'],
    ['number', '-1.5e3'],
    ['name', '"e"'],
    ['word', 'null'],
  ])
})

test('keeps every character of any JSON, and of what is none', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(textOf(layOutJson(text))).toBe(text)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textOf(layOutJson(text))).toBe(text)
    }),
  )
})

test('stands as deep at the end as at the start, and never less than nothing', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const lines = layOutJson(text)
      expect(lines.at(-1)?.depth).toBe(0)
      expect(lines.every(({ depth }) => depth >= 0)).toBe(true)
    }),
  )
  expect(drawn(']}')).toBe(']\n}')
})
