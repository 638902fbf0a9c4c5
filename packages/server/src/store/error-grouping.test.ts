import { skypeTeams } from '@candor/practices/skype-teams'
import { expect, test } from 'vitest'
import { groupError, groupingTypes } from './error-grouping.js'

const types = groupingTypes(skypeTeams)
const stack = (line: number, query = '') =>
  `TypeError: x\n    at join (https://contoso.com/meeting.js${query}:${line}:7)`
const group = (data: Readonly<Record<string, unknown>>) => groupError(types, data)

test('the practices say which data types count', () => {
  expect(types).toEqual({ product: 'skype-teams', exceptions: ['Exception', 'Crash'], code: 'ErrorCode' })
})

test('a group has its type, its place and its code', () => {
  const data = { ErrorCode: '0x1', Exception: { type: 'TypeError', message: 'secret', stack: stack(12) } }
  expect(group(data)).toEqual({
    fingerprint: '1:1f6b68d0e08e7935',
    type: 'TypeError',
    place: 'join (meeting.js:12)',
    code: '0x1',
  })
})

test('neither message, line, host nor query string tells causes apart', () => {
  const of = (message: string, text: string) =>
    group({ Exception: { type: 'TypeError', message, stack: text } }).fingerprint
  expect(of('a', stack(12))).toBe(of('b', stack(13, '?user=amos').replace('contoso.com', 'fabrikam.com')))
})

test('type, code, function and product do', () => {
  const of = (type: string, code: string, text: string, product = 'skype-teams') =>
    groupError({ ...types, product }, { ErrorCode: code, Exception: { type, message: '', stack: text } })
      .fingerprint
  const all = [
    of('TypeError', '', stack(1)),
    of('RangeError', '', stack(1)),
    of('TypeError', '0x1', stack(1)),
    of('TypeError', '', stack(1).replace('join', 'leave')),
    of('TypeError', '', stack(1), 'other'),
  ]
  expect(new Set(all).size).toBe(5)
})

test('a crash groups as an exception does; a code alone groups; neither leaves no fingerprint', () => {
  expect(group({ Crash: { type: 'AccessViolation', message: '' } })).toMatchObject({
    type: 'AccessViolation',
    place: '',
  })
  expect(group({ ErrorCode: '0x1' }).fingerprint).toMatch(/^1:[0-9a-f]{16}$/)
  expect(group({ Performance: { heapBytes: 1 } })).toEqual({ fingerprint: '', type: '', place: '', code: '' })
})
