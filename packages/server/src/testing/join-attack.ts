/** A row as an attacker sees it, and whose it is, which the attacker does not see. */
export interface WatchedRow {
  readonly person: number
  readonly columns: Readonly<Record<string, unknown>>
}

/** What an attacker who joins two lanes by some columns gets. */
export interface JoinResult {
  /** The columns that were joined, such as `received_at@hour=covers_from@hour`. */
  readonly by: string
  /** The part of the people whom one guess among the rows that match finds in the other lane, on average: 1 for a shared id. */
  readonly found: number
}

const DAY_LENGTH = 10
const HOUR_LENGTH = 13
const WORD = /[\p{L}\p{N}]{3,}/gu
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const TIME = /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d:\d\d(\.\d+)?)?$/

/** The column's values in every form that another lane's column could equal: as it is, coarser in time, and word by word. */
const formsOf = (name: string, value: unknown): readonly (readonly [string, readonly string[]])[] => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text === '' || text === '0' || text === '{}' || text === '[]' || value === null) return []
  if (TIME.test(text)) {
    const hour = text.length > DAY_LENGTH ? [[`${name}@hour`, [text.slice(0, HOUR_LENGTH)]] as const] : []
    return [[name, [text]], [`${name}@day`, [text.slice(0, DAY_LENGTH)]], ...hour]
  }
  if (GUID.test(text)) {
    const bare = text.replaceAll('-', '').toLowerCase()
    return [
      [name, [bare]],
      [`${name}@half`, [bare.slice(0, 16)]],
      [`${name}@tail`, [bare.slice(16)]],
    ]
  }
  return [
    [name, [text.toLowerCase()]],
    [`${name}@words`, text.toLowerCase().match(WORD) ?? []],
  ]
}

type Index = ReadonlyMap<string, ReadonlySet<number>>

const indexColumns = (rows: readonly WatchedRow[]): ReadonlyMap<string, Index> => {
  const indexes = new Map<string, Map<string, Set<number>>>()
  for (const { person, columns } of rows) {
    const forms = Object.entries(columns).flatMap(([name, value]) => formsOf(name, value))
    for (const [form, tokens] of forms) {
      const index = indexes.get(form) ?? new Map<string, Set<number>>()
      indexes.set(form, index)
      for (const token of tokens) index.set(token, (index.get(token) ?? new Set()).add(person))
    }
  }
  return indexes
}

/** For each person of the first lane, the people of the second whose rows match, by the token that matches the fewest. */
type Matches = readonly (ReadonlySet<number> | undefined)[]

const match = (one: Index, other: Index, people: number): Matches => {
  const best: (ReadonlySet<number> | undefined)[] = Array.from({ length: people }, () => undefined)
  for (const [token, persons] of one) {
    const others = other.get(token)
    if (others === undefined) continue
    for (const person of persons) if (others.size < (best[person]?.size ?? Infinity)) best[person] = others
  }
  return best
}

const chanceOf = (people: ReadonlySet<number> | undefined, person: number): number =>
  people?.has(person) === true ? 1 / people.size : 0

const foundBy = (matches: Matches): number =>
  matches.reduce((sum, people, person) => sum + chanceOf(people, person), 0) / matches.length

const intersect = (one: Matches, other: Matches): Matches =>
  one.map((people, person) => {
    const others = other[person]
    if (people === undefined || others === undefined) return people ?? others
    const both = new Set([...people].filter((each) => others.has(each)))
    return both.size === 0 ? undefined : both
  })

/**
 * Tries every pair of columns, one of each lane, and every two such pairs together; the results, the best first. Of each
 * pair of lanes the people are numbered from 0.
 */
export const attackByJoins = (
  one: readonly WatchedRow[],
  other: readonly WatchedRow[],
  people: number,
): { readonly single: readonly JoinResult[]; readonly double: readonly JoinResult[] } => {
  const others = indexColumns(other)
  const pairs = [...indexColumns(one)].flatMap(([name, index]) =>
    [...others].map(([otherName, otherIndex]) => ({
      by: `${name}=${otherName}`,
      matches: match(index, otherIndex, people),
    })),
  )
  const telling = pairs.filter(({ matches }) => matches.some((some) => some !== undefined))
  const best = (results: readonly JoinResult[]) => results.toSorted((a, b) => b.found - a.found)
  const double = telling.flatMap((first, at) =>
    telling.slice(at + 1).map((second) => ({
      by: `${first.by} and ${second.by}`,
      found: foundBy(intersect(first.matches, second.matches)),
    })),
  )
  return {
    single: best(pairs.map(({ by, matches }) => ({ by, found: foundBy(matches) }))),
    double: best(double),
  }
}
