import { expect, test } from 'vitest'

import { withQuery } from './query.js'

test.each([
  ['', { lang: 'es' }, '?lang=es'],
  ['?lang=en&days=7', { lang: 'es' }, '?lang=es&days=7'],
  ['?days=7', { days: undefined }, ''],
  ['', { series: 'IMSent*CallsMade' }, '?series=IMSent*CallsMade'],
  ['?series=IMSent', { series: '' }, '?series='],
  ['?where=a%3A1&days=7', { where: ['b:2', 'c:3'] }, '?days=7&where=b%3A2&where=c%3A3'],
  ['?where=a%3A1', { where: [] }, ''],
])('%s with %j is %s', (search, changes, expected) => {
  expect(withQuery(search, changes)).toBe(expected)
})
