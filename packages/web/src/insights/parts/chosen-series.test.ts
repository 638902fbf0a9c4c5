import { expect, test } from 'vitest'

import { parseChosen, toggleChosen } from './chosen-series.js'

const KNOWN = ['IMSent', 'IMReceived', 'CallsMade']
const DEFAULT = ['IMSent', 'CallsMade']

test('without a choice in the address, the given series are shown', () => {
  expect([...parseChosen(null, KNOWN, DEFAULT)]).toEqual(DEFAULT)
})

test('the address chooses among the series there are', () => {
  expect([...parseChosen('IMReceived*Nothing', KNOWN, DEFAULT)]).toEqual(['IMReceived'])
  expect([...parseChosen('', KNOWN, DEFAULT)]).toEqual([])
})

test('a series is shown or hidden, and the given choice leaves no trace in the address', () => {
  const chosen = parseChosen(null, KNOWN, DEFAULT)
  expect(toggleChosen(chosen, 'IMReceived', DEFAULT)).toBe('IMSent*CallsMade*IMReceived')
  expect(toggleChosen(chosen, 'IMSent', DEFAULT)).toBe('CallsMade')
  expect(toggleChosen(new Set(['CallsMade']), 'IMSent', DEFAULT)).toBeUndefined()
  expect(toggleChosen(new Set(['CallsMade']), 'CallsMade', DEFAULT)).toBe('')
})
