import { describe, expect, test } from 'vitest'

import { withQuery } from '../../app/query.js'
import {
  askedPeriods,
  canCompare,
  changesOf,
  parseView,
  questionOf,
  withFilter,
  withoutFilter,
} from './view.js'

const viewOf = (search: string) => parseView(new URLSearchParams(search))

describe('an address', () => {
  test('without a choice shows 28 days of everything', () => {
    expect(viewOf('')).toEqual({ period: 'day', periods: 28, by: undefined, where: [], comparison: 'none' })
  })

  test.each([
    '?period=week&periods=26&by=OSVersion&where=client%3Adesktop&where=AppName%3Aa%3Ab&compare=previous',
    '?period=month',
    '?periods=7&where=UserLanguage%3AEN-US',
    '',
  ])('%s reproduces the view that it came from', (search) => {
    expect(withQuery('', changesOf(viewOf(search)))).toBe(search)
  })

  test.each([
    ['?period=hour', 'day', 28],
    ['?period=week&periods=0', 'week', 12],
    ['?periods=-3', 'day', 28],
    ['?periods=1e2', 'day', 28],
    ['?periods=9999', 'day', 400],
    ['?period=month&periods=99', 'month', 36],
  ])('%s that names what there is not shows %s, %i periods', (search, period, periods) => {
    expect(viewOf(search)).toMatchObject({ period, periods })
  })

  test('holds a value with a colon, and nothing that is no filter', () => {
    const { where } = viewOf('?where=AppName:a:b&where=AppName&where=:x')
    expect(where).toEqual([{ id: 'AppName', value: 'a:b' }])
  })

  test('holds at most five filters', () => {
    expect(viewOf(`?${'where=a:1&'.repeat(9)}`).where).toHaveLength(5)
  })
})

describe('filters', () => {
  const desktop = { id: 'client', value: 'desktop' }
  test('one of the same data type takes the place of the other', () => {
    expect(withFilter([desktop], { id: 'client', value: 'web' })).toEqual([{ id: 'client', value: 'web' }])
    expect(withFilter([desktop], { id: 'os', value: 'Linux' })).toEqual([
      desktop,
      { id: 'os', value: 'Linux' },
    ])
  })
  test('one can be taken away', () => {
    expect(withoutFilter([desktop], { ...desktop })).toEqual([])
    expect(withoutFilter([desktop], { id: 'client', value: 'web' })).toEqual([desktop])
  })
})

describe('the question', () => {
  test('names the product, the periods, and what is chosen', () => {
    expect(questionOf('census', 'skype-teams', viewOf('?by=OSName&where=os:Linux&where=AppName:a%26b'))).toBe(
      '/api/insights/census?product=skype-teams&period=day&periods=28&by=OSName&where=os%3ALinux&where=AppName%3Aa%26b',
    )
  })

  test('is for twice as many periods where they are compared, up to what the service answers', () => {
    expect(askedPeriods(viewOf('?compare=previous'))).toBe(56)
    expect(askedPeriods(viewOf('?compare=previous&periods=300'))).toBe(300)
    expect(canCompare(viewOf('?periods=300'))).toBe(false)
    expect(canCompare(viewOf('?periods=200'))).toBe(true)
    expect(canCompare(viewOf('?periods=1'))).toBe(false)
  })
})
