import { expect, test } from 'vitest'

import { createTally } from './tally.js'

test('tells what arrived, what is missing and what came twice', () => {
  const tally = createTally()
  tally.add([
    { kind: 'count', serial: 0 },
    { kind: 'count', serial: 1 },
    { kind: 'error', serial: 0 },
  ])
  tally.add([{ kind: 'count', serial: 1 }])
  expect(tally.fate('count', 5)).toEqual({ arrived: 2, lost: 3, doubled: 1 })
  expect(tally.fate('error', 1)).toEqual({ arrived: 1, lost: 0, doubled: 0 })
})

test('a sum counts once by its id, and more than was recorded is doubled', () => {
  const tally = createTally()
  tally.add([{ kind: 'sum', id: 'a', amount: 6 }])
  tally.add([{ kind: 'sum', id: 'a', amount: 6 }])
  expect(tally.fate('count', 10)).toEqual({ arrived: 6, lost: 4, doubled: 6 })
  tally.add([{ kind: 'sum', id: 'b', amount: 7 }])
  expect(tally.fate('count', 10)).toEqual({ arrived: 10, lost: 0, doubled: 9 })
})
