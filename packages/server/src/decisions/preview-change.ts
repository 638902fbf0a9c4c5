import {
  decide,
  type DataCategory,
  type Decision,
  type Meeting,
  type Practices,
  type Settings,
} from '@candor/practices'
import { placedTypes, systemsOf, userWho, type PlacedType } from './contexts.js'

/** What a decision says, without what it set aside. */
export type DecisionSummary = Omit<Decision, 'losing' | 'mayChange'> & {
  mayChange: Decision['mayChange'][number][]
}

/** Data types whose collection changes in the same way from a kind of client. */
export interface DecisionChange {
  readonly category: DataCategory
  readonly dataTypes: string[]
  readonly client: string
  readonly os: string[]
  /** null: whatever the user chose. */
  readonly choice: 'granted' | 'denied' | null
  readonly before: DecisionSummary
  readonly after: DecisionSummary
}

/** What is compared: the settings in force at a place, before a change and after it. */
export interface Compared {
  readonly before: Settings
  readonly after: Settings
  readonly meeting: Meeting | undefined
}

/** A decision without what it set aside. */
export const summaryOf = ({ losing: _losing, mayChange, ...decision }: Decision): DecisionSummary => ({
  ...decision,
  mayChange: [...mayChange],
})

interface Pair {
  readonly before: DecisionSummary
  readonly after: DecisionSummary
}

const CHOICES = ['granted', 'denied'] as const

type Decide = (type: PlacedType, client: string, os: string, choice: (typeof CHOICES)[number]) => Pair

const createDecide =
  (practices: Practices, { before, after, meeting }: Compared): Decide =>
  ({ category, name }, client, os, choice) => {
    const context = { client, os, meeting, user: userWho(practices, choice) }
    const id = `${category}.${name}`
    return {
      before: summaryOf(decide(practices, id, { ...context, settings: before })),
      after: summaryOf(decide(practices, id, { ...context, settings: after })),
    }
  }

const differs = ({ before, after }: Pair): boolean =>
  before.collect !== after.collect || (after.collect && before.detail !== after.detail)

interface Found extends Pair {
  readonly category: DataCategory
  readonly name: string
  readonly client: string
  readonly os: string
  readonly choice: DecisionChange['choice']
}

const findChanges = (practices: Practices, pairOf: Decide): Found[] =>
  placedTypes(practices).flatMap((type) =>
    practices.clients.flatMap((client) =>
      systemsOf(practices).flatMap((os): Found[] => {
        const place = { ...type, client, os }
        const pairs = CHOICES.map((choice) => ({ choice, ...pairOf(type, client, os, choice) }))
        const [granted, denied] = pairs
        const isEither =
          JSON.stringify({ ...granted, choice: 0 }) === JSON.stringify({ ...denied, choice: 0 })
        const kept = isEither ? pairs.slice(0, 1) : pairs
        return kept
          .filter(differs)
          .map((pair) => ({ ...place, ...pair, choice: isEither ? null : pair.choice }))
      }),
    ),
  )

/** Joins entries that are alike but for one value, which becomes a list. */
const join = <T extends object, K extends keyof T>(
  entries: readonly T[],
  field: K,
): (Omit<T, K> & { all: T[K][] })[] => {
  const groups = new Map<string, Omit<T, K> & { all: T[K][] }>()
  for (const entry of entries) {
    const { [field]: value, ...others } = entry
    const key = JSON.stringify(others)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { ...others, all: [value] })
    else group.all.push(value)
  }
  return [...groups.values()]
}

/** What a change of settings changes: every data type, client, system and choice is decided before and after it. */
export const previewChange = (practices: Practices, compared: Compared): readonly DecisionChange[] => {
  const bySystem = join(findChanges(practices, createDecide(practices, compared)), 'os').map(
    ({ all, ...entry }) => ({
      ...entry,
      os: all,
    }),
  )
  return join(bySystem, 'name').map(({ all, ...entry }) => ({ ...entry, dataTypes: all }))
}
