import { expect, test } from 'vitest'

import { dictionary, list, nullable, number, object, oneOf, text } from './shape.js'

const group = object({ value: text, reports: list(nullable(number)), kind: oneOf(['app', 'model']) })

test('reads the fields that are asked for and leaves the others out', () => {
  const read = group({ value: 'iPhoneSkype', reports: [1, null, 3], kind: 'app', extra: true }, 'group')
  expect(read).toEqual({ value: 'iPhoneSkype', reports: [1, null, 3], kind: 'app' })
})

test('reads a missing value as null where it may be null', () => {
  expect(nullable(number)(undefined, 'total')).toBeNull()
})

test('reads every entry of a dictionary', () => {
  expect(dictionary(number)({ CANDOR_REPORT_TOO_OLD: 2 }, 'refused')).toEqual({ CANDOR_REPORT_TOO_OLD: 2 })
})

test.each([
  [{ value: 1, reports: [], kind: 'app' }, 'group.value is not a string'],
  [{ value: 'a', reports: [1, '2'], kind: 'app' }, 'group.reports[1] is not a number'],
  [{ value: 'a', reports: [Number.NaN], kind: 'app' }, 'group.reports[0] is not a number'],
  [{ value: 'a', reports: {}, kind: 'app' }, 'group.reports is not a list'],
  [{ value: 'a', reports: [], kind: 'other' }, 'group.kind is not one of app, model'],
  [['a'], 'group is not an object'],
  [null, 'group is not an object'],
])('says where %j has another shape', (value, fault) => {
  expect(() => group(value, 'group')).toThrow(fault)
})
