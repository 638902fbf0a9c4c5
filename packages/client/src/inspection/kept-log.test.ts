import { expect, test } from 'vitest'

import { isDroppedReports, isSentRequest } from './kept-entries.js'
import { createKeptLog } from './kept-log.js'

const SENT = { category: 'usage', atMillis: 1, body: '{}', status: 200, answer: '' } as const

const createLog = (kept: Map<string, string>) =>
  createKeptLog(
    'sent',
    isSentRequest,
    {
      get: (key) => kept.get(key),
      set: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    },
    { now: () => 1, randomUuid: () => 'id' },
  )

test.each([
  ['broken', '{'],
  ['null', 'null'],
  ['a text', '"sent"'],
  ['of no category', JSON.stringify({ ...SENT, category: 'other' })],
  ['without a time', JSON.stringify({ ...SENT, atMillis: undefined })],
  ['at no time', JSON.stringify({ ...SENT, atMillis: '9e99' })],
  ['without a body', JSON.stringify({ ...SENT, body: 7 })],
])('an entry that is %s is not read, and harms no other', (_, spoilt) => {
  const kept = new Map([['sent.000.spoilt', spoilt]])
  const log = createLog(kept)
  log.add(SENT)
  expect(log.read()).toEqual([SENT])
  log.change((entry) => ({ ...entry, body: '' }))
  expect(log.read()).toEqual([{ ...SENT, body: '' }])
})

test('reports that will not be sent have a reason and ids', () => {
  const dropped = { category: 'error', atMillis: 1, reason: 'too-old', ids: [] }
  expect(isDroppedReports(dropped)).toBe(true)
  expect(isDroppedReports({ ...dropped, ids: 'none' })).toBe(false)
})
