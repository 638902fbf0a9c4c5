import { compileValidator, LIMITS } from '@candor/practices'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { describeThrown } from './describe-thrown.js'

const throwing = Object.create(
  Error.prototype,
  Object.getOwnPropertyDescriptors({
    name: 'Trap',
    get message(): string {
      throw new Error('no')
    },
    get stack(): string {
      throw new Error('no')
    },
  }),
) as unknown
const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

test.each([
  ['a string', 'no such room', { type: 'string', message: 'no such room' }],
  ['nothing', undefined, { type: 'undefined', message: '' }],
  ['null', null, { type: 'null', message: '' }],
  ['a number', 404, { type: 'number', message: '404' }],
  ['a symbol', Symbol('room'), { type: 'symbol', message: '' }],
  ['a function', () => {}, { type: 'function', message: '' }],
  ['an object', { user: 'amosmarble' }, { type: 'Object', message: '' }],
  ['a person', { name: 'amosmarble' }, { type: 'Object', message: '' }],
  ['an object without a prototype', Object.create(null), { type: 'Object', message: '' }],
  [
    'what looks like an error',
    { name: 'RoomError', message: 'full' },
    { type: 'RoomError', message: 'full' },
  ],
  ['an error whose getters throw', throwing, { type: 'Trap', message: '' }],
  ['a proxy that is gone', revoked(), { type: 'Object', message: '' }],
])('%s', (_, thrown, expected) => {
  expect(describeThrown(thrown)).toEqual(expected)
})

test('an error keeps its class, message and stack', () => {
  const error = new TypeError('no such room')
  expect(describeThrown(error)).toEqual({ type: 'TypeError', message: 'no such room', stack: error.stack })
  expect(describeThrown(new DOMException('stopped', 'AbortError'))).toMatchObject({
    type: 'AbortError',
    message: 'stopped',
  })
})

test('a stack names scripts without their query and fragment', () => {
  const stack = [
    'Error: no',
    '    at join (https://app.contoso.com/a.js?user=amosmarble&x=1:10:5)',
    '    at https://app.contoso.com/room#amosmarble:3:1',
    'join@https://app.contoso.com/b.js?t=secret:7:2',
    '    at file:///app/c.js:1:1',
  ].join('\n')
  expect(describeThrown({ name: 'Error', message: 'no', stack }).stack).toBe(
    [
      'Error: no',
      '    at join (https://app.contoso.com/a.js:10:5)',
      '    at https://app.contoso.com/room:3:1',
      'join@https://app.contoso.com/b.js:7:2',
      '    at file:///app/c.js:1:1',
    ].join('\n'),
  )
})

test('whatever was thrown becomes what the practices take', () => {
  const isTaken = compileValidator({ kind: 'exception' })
  const long = fc.integer({ min: 0, max: 2 * LIMITS.maxStackLength }).map((length) => 'x'.repeat(length))
  const errorLike = fc.record({ name: long, message: long, stack: long }, { requiredKeys: [] })
  fc.assert(
    fc.property(fc.oneof(fc.anything({ withNullPrototype: true }), errorLike, long), (thrown) => {
      expect(isTaken(describeThrown(thrown))).toBe(true)
    }),
  )
})

test('a stack that tries to make the search slow is cut and read at once', () => {
  const stack = `at https://a/${'?'.repeat(100)}${'a:1'.repeat(20_000)}`
  const before = performance.now()
  describeThrown({ name: 'Error', message: '', stack })
  expect(performance.now() - before).toBeLessThan(500)
})
