import { assert, array, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask } from './ask.js'
import { addUp, type Cell } from './cell.js'
import { NO_CELLS, sumBy } from './cell-table.js'
import type { Dimensions } from './nested.js'
import { release, type Released } from './release.js'

const DIMENSIONS = 3
const LEAST = 4
const apart: Dimensions = { count: DIMENSIONS, within: [] }
const versions: Dimensions = { count: DIMENSIONS, within: [[1, 0]] }

/** Whoever is counted marks a bit of the only amount, so that each number that is shown tells whom it counts. */
const cellsOf = (people: readonly (readonly string[])[]): readonly Cell[] =>
  people.map((values, at) => ({ values, size: 1, amounts: [2 ** at] }))

const whom = (mask: number | undefined): ReadonlySet<number> =>
  new Set(
    Array.from({ length: 50 }, (_, at) => at).filter((at) => Math.floor((mask ?? 0) / 2 ** at) % 2 === 1),
  )

const valuesOf = (people: readonly (readonly string[])[], dimension: number): readonly string[] => [
  ...new Set(people.map((values) => values[dimension] ?? '')),
]

type Conditions = readonly { readonly dimension: number; readonly value: string }[]

/** Every question that can be asked with up to two conditions. */
const conditionsOf = (people: readonly (readonly string[])[]): readonly Conditions[] => {
  const single = Array.from({ length: DIMENSIONS }, (_, dimension) =>
    valuesOf(people, dimension).map((value) => ({ dimension, value })),
  ).flat()
  const double = single.flatMap((a) => single.filter((b) => b.dimension > a.dimension).map((b) => [a, b]))
  return [[], ...single.map((one) => [one]), ...double]
}

/** A number that is shown: what it was asked by, as `dimension=value`, and whom it counts. */
interface Shown {
  readonly conditions: readonly string[]
  readonly people: ReadonlySet<number>
}

const shownBy = (released: Released, people: readonly (readonly string[])[]): readonly Shown[] =>
  conditionsOf(people).flatMap((where) => {
    const conditions = where.map(({ dimension, value }) => `${dimension}=${value}`)
    return Array.from({ length: DIMENSIONS }, (_, by) => {
      const { groups, hidden, total } = ask(released, { by, where })
      // With conditions more is hidden, so that these are not the same people.
      const hiddenBy = where.length === 0 ? `${by} is rare` : `${by} is hidden`
      return [
        ...[...groups].map(([value, { amounts }]) => ({
          conditions: [...conditions, `${by}=${value}`],
          people: whom(amounts[0]),
        })),
        ...(hidden ? [{ conditions: [...conditions, hiddenBy], people: whom(hidden.amounts[0]) }] : []),
        ...(total ? [{ conditions, people: whom(total.amounts[0]) }] : []),
      ]
    }).flat()
  })

/** The groups that each number is, and that each pair of numbers gives of which one is asked by more conditions. */
const groupsOf = (shown: readonly Shown[]) =>
  shown.flatMap((outer) => [
    { of: [outer.conditions], people: [...outer.people] },
    ...shown
      .filter((inner) => outer.conditions.every((one) => inner.conditions.includes(one)))
      .map((inner) => ({
        of: [outer.conditions, inner.conditions],
        people: [...outer.people].filter((one) => !inner.people.has(one)),
      })),
  ])

const independent = tuple(
  constantFrom('a', 'b', 'c'),
  constantFrom('x', 'y'),
  constantFrom('1', '2', '3', '4'),
)

/** A version belongs to one system alone. */
const nested = tuple(
  constantFrom('iOS', 'Windows'),
  integer({ min: 1, max: 4 }),
  constantFrom('en', 'es'),
).map(([system, version, language]) => [system, `${system} ${version}`, language])

const isSmall = ({ people: { length } }: { readonly people: readonly number[] }): boolean =>
  length > 0 && length < LEAST

describe.each([
  ['independent values', independent, apart],
  ['values of which one belongs to another', nested, versions],
] as const)('%s', (_, person, dimensions) => {
  test('no number, and no difference of two, is a group under the minimum', () => {
    assert(
      property(array(person, { maxLength: 45 }), (people) => {
        const released = release(cellsOf(people), dimensions, LEAST)
        expect(groupsOf(shownBy(released, people)).filter(isSmall)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test('everyone is counted once in each answer without conditions', () => {
    assert(
      property(array(person, { minLength: LEAST, maxLength: 45 }), (people) => {
        const released = release(cellsOf(people), dimensions, LEAST)
        const everyone = 2 ** people.length - 1
        for (const by of [0, 1, 2]) {
          const { groups, hidden } = ask(released, { by, where: [] })
          expect(addUp([...groups.values(), ...(hidden ? [hidden] : [])])).toEqual({
            size: people.length,
            amounts: [everyone],
          })
        }
        expect(addUp(sumBy(released.cross, 0, []))).toEqual({ size: people.length, amounts: [everyone] })
      }),
    )
  })
})

test('a system less its versions does not tell of the few that have another version', () => {
  assert(
    property(array(nested, { maxLength: 45 }), (people) => {
      const { cuts } = release(cellsOf(people), versions, LEAST)
      const systems = cuts[0] ?? []
      const itsVersions = cuts[1] ?? []
      const rests = systems
        .filter(({ values }) => values[0] !== null)
        .map(({ values, size }) =>
          itsVersions
            .filter((version) => version.values[0]?.startsWith(`${String(values[0])} `) === true)
            .reduce((rest, version) => rest - version.size, size),
        )
      expect(rests.filter((rest) => rest > 0 && rest < LEAST)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('shows what many have, hides what few have, and one value more where those few are too few together', () => {
  const people = [
    ...Array.from({ length: 10 }, () => ['Big', 'en']),
    ...Array.from({ length: 6 }, () => ['Mid', 'es']),
    ...Array.from({ length: 2 }, () => ['Small', 'en']),
  ]
  const released = release(cellsOf(people), { count: 2, within: [] }, LEAST)
  const sizes = ({ groups, hidden }: ReturnType<typeof ask>) => [
    Object.fromEntries([...groups].map(([value, { size }]) => [value, size])),
    hidden?.size,
  ]
  expect(sizes(ask(released, { by: 0, where: [] }))).toEqual([{ Big: 10 }, 8])
  // The two that speak English and are hidden would be the difference of English and of Big.
  expect(sizes(ask(released, { by: 1, where: [] }))).toEqual([{ en: 12, es: 6 }, undefined])
  expect(sizes(ask(released, { by: 1, where: [{ dimension: 0, value: 'Mid' }] }))).toEqual([{}, undefined])
})

test('nothing is released of fewer than the minimum', () => {
  expect(release(cellsOf([['a', 'x', '1']]), apart, LEAST)).toEqual({ cuts: [[], [], []], cross: NO_CELLS })
})
