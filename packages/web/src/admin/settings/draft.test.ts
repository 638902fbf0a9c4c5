import { expect, test } from 'vitest'

import { draftOf, settingOf } from './draft.js'

const of = (query: string) => draftOf(new URLSearchParams(query))

test('a draft is what the address says', () => {
  expect(of('control=X&scope=global&value=true&preview=yes')).toEqual({
    control: 'X',
    scope: 'global',
    value: 'true',
    step: 'previewed',
  })
})

test('without a control there is no draft', () => {
  expect(of('scope=global&value=true')).toBeUndefined()
})

test.each([
  'control=X&preview=yes',
  'control=X&scope=global&value=maybe&preview=yes',
  'control=X&value=true&preview=yes',
])('%s is not yet a change whose effects could be shown', (query) => {
  expect(of(query)?.step).toBe('choosing')
})

test.each([
  ['true', true],
  ['false', false],
  ['unset', null],
] as const)('%s is sent as %s', (value, sent) => {
  expect(settingOf(value)).toBe(sent)
})
