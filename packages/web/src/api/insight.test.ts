import { describe, expect, test } from 'vitest'

import { fakeInsight } from '../insights/testing/fake-insights.js'
import { censusInsight, errorInsight, usageInsight } from './insight.js'

const query = new URLSearchParams('product=skype-teams&period=week&periods=3&where=client:desktop&by=client')
const SHAPES = { census: censusInsight, usage: usageInsight, error: errorInsight } as const

const withoutGroups = (answer: object, lane: string): object =>
  lane === 'error' ? { ...answer, groups: [] } : answer

describe.each(['census', 'usage', 'error'] as const)('%s', (lane) => {
  test.each(['full', 'empty', 'small'] as const)('is read as it was answered (%s)', (kind) => {
    const answer = fakeInsight(lane, query, kind)
    const read = SHAPES[lane](answer, 'answer')
    // Errors without a place or a code are told in a test of their own.
    expect(withoutGroups(read, lane)).toEqual(withoutGroups(answer, lane))
    expect(read.where).toEqual([{ id: 'client', value: 'desktop' }])
  })

  test('that lacks a field is not read', () => {
    const { asOf: _, ...lacking } = fakeInsight(lane, query, 'full') as { asOf?: string }
    expect(() => SHAPES[lane](lacking, 'answer')).toThrow('answer.asOf is not a string')
  })
})

test('an error without a place or a code has none', () => {
  const byGroup = new URLSearchParams('periods=3&by=fingerprint')
  const { groups } = errorInsight(fakeInsight('error', byGroup, 'full'), 'answer')
  expect(groups.map(({ place }) => place).at(-1)).toBeNull()
  expect(groups[0]).toMatchObject({ type: 'TypeError', code: null })
})

test('an answer without distributions of errors has none', () => {
  const { distributions: _, ...answer } = fakeInsight('error', query, 'full') as { distributions?: unknown }
  expect(errorInsight(answer, 'answer').distributions).toEqual([])
})

test('the answer to one lane is never taken for the answer to another', () => {
  expect(() => usageInsight(fakeInsight('census', query, 'full'), 'answer')).toThrow(
    'answer.category is not one of usage',
  )
})
