import { describe, expect, test } from 'vitest'

import { channelsOf, ruleOf, ruleWords, type RuleDraft } from './rule.js'
import { ALERTS_TEXTS } from './texts.js'

const DRAFT: RuleDraft = {
  kind: 'over',
  figure: 'error-group',
  fingerprint: ' 1:9bbc3b96890a9795 ',
  period: 'day',
  number: '12.5',
  category: 'usage',
}
const words = (draft: Partial<RuleDraft>): string =>
  ruleWords(
    ruleOf({ ...DRAFT, ...draft }),
    ALERTS_TEXTS.en,
    (category) => category,
    (number) => number.toLocaleString('en'),
  )

describe('a rule', () => {
  test('holds what its kind has, and nothing else that was typed', () => {
    const of = { figure: 'error-group', fingerprint: '1:9bbc3b96890a9795', period: 'day' }
    expect(ruleOf(DRAFT)).toEqual({ kind: 'over', ...of, limit: 12.5 })
    expect(ruleOf({ ...DRAFT, kind: 'fall' })).toEqual({ kind: 'fall', ...of, percent: 12.5 })
    expect(ruleOf({ ...DRAFT, kind: 'under', figure: 'sign-in-success' })).toEqual({
      kind: 'under',
      figure: 'sign-in-success',
      period: 'day',
      limit: 12.5,
    })
    expect(ruleOf({ ...DRAFT, kind: 'silence', number: '6' })).toEqual({
      kind: 'silence',
      category: 'usage',
      hours: 6,
    })
    expect(ruleOf({ ...DRAFT, kind: 'imbalance' })).toEqual({ kind: 'imbalance' })
  })

  test('is told in words', () => {
    expect(words({})).toBe(
      'reports of a group of errors 1:9bbc3b96890a9795 of the day that goes on: above 12.5',
    )
    expect(words({ kind: 'fall', figure: 'usage-reports', period: 'week' })).toBe(
      'usage reports of the last whole week: more than 12.5 % below the one before',
    )
    expect(words({ kind: 'silence', number: '48' })).toBe('no usage report for 48 h')
  })
})

test('lines become web hooks and addresses of e-mail', () => {
  expect(channelsOf(' https://hooks.example/a\n\n ana@example.com \nHTTP://x.example')).toEqual([
    { kind: 'web-hook', url: 'https://hooks.example/a' },
    { kind: 'e-mail', to: 'ana@example.com' },
    { kind: 'web-hook', url: 'HTTP://x.example' },
  ])
})
