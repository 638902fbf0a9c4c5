import { describe, expect, test } from 'vitest'
import { attackByJoins, type WatchedRow } from './join-attack.js'

const PEOPLE = 20

type ValueOf = (person: number) => string | number
const lane = (columnsOf: (person: number) => WatchedRow['columns']): readonly WatchedRow[] =>
  Array.from({ length: PEOPLE }, (_, person) => ({ person, columns: columnsOf(person) }))

const guid = (person: number): string => `0f8fad5b-d9cb-469f-a165-${String(person).padStart(12, '0')}`

describe('the attack finds what a careless store would leave', () => {
  const instant: ValueOf = (person) => `2026-11-22 12:00:00.${100 + person}`
  const arrival: ValueOf = (person) => person + 1
  const cases: readonly (readonly [string, ValueOf, ValueOf])[] = [
    ['a shared id', guid, (person) => guid(person).toUpperCase()],
    ['a shared precise time', instant, instant],
    [
      'an id in a text',
      (person) => `user${String(person)}x`,
      (person) => `no seat for user${String(person)}x left`,
    ],
    ['the order of arrival', arrival, arrival],
  ]
  test.each(cases)('%s', (_what, one, other) => {
    const { single } = attackByJoins(
      lane((person) => ({ a: one(person) })),
      lane((person) => ({ b: other(person) })),
      PEOPLE,
    )
    expect(single[0]?.found).toBe(1)
  })

  test('two columns that say half each', () => {
    const halves = lane((person) => ({ five: `five${person % 5}`, four: `four${Math.floor(person / 5)}` }))
    const { single, double } = attackByJoins(halves, halves, PEOPLE)
    expect(single[0]?.found).toBe(0.25)
    expect(double[0]?.found).toBe(1)
  })
})

test('what all share finds one in as many as there are', () => {
  const same = lane(() => ({ client: 'desktop', day: '2026-11-22' }))
  const { single, double } = attackByJoins(same, same, PEOPLE)
  expect(single[0]?.found).toBeCloseTo(1 / PEOPLE)
  expect(double[0]?.found).toBeCloseTo(1 / PEOPLE)
})
