import {
  DATA_CATEGORIES,
  decide,
  type DataCategory,
  type Decision,
  type Meeting,
  type Practices,
  type Settings,
} from '@candor/practices'
import { systemsOf, userWho } from './contexts.js'

/** What is collected of a category from a kind of client, and by whose decision. */
export interface OverviewCell {
  readonly category: DataCategory
  readonly client: string
  /** by-choice: the user's own choice decides. partly: some data types, or on some systems. */
  readonly collect: 'yes' | 'no' | 'by-choice' | 'partly'
  readonly control: string | null
  readonly source: string
  readonly reason: string
  /** Data types that are collected on some system where the user allows it, of all. */
  readonly dataTypes: { readonly collected: number; readonly all: number }
}

interface Place {
  readonly settings: Settings
  readonly meeting: Meeting | undefined
}

const everyDecision = (
  practices: Practices,
  category: DataCategory,
  client: string,
  place: Place,
  choice: 'granted' | 'denied',
): readonly (readonly [string, Decision])[] =>
  Object.keys(practices.dataTypes[category]).flatMap((name) =>
    systemsOf(practices).map((os) => {
      const context = { client, os, ...place, user: userWho(practices, choice) }
      return [name, decide(practices, `${category}.${name}`, context)] as const
    }),
  )

/** What decides most of them. */
const mostCommon = (decisions: readonly Decision[]): Pick<OverviewCell, 'control' | 'source' | 'reason'> => {
  const counts = new Map<string, { readonly decision: Decision; count: number }>()
  for (const decision of decisions) {
    const key = JSON.stringify([decision.control, decision.source, decision.reason])
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { decision, count: 1 })
    else known.count += 1
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count)
  const { control, source, reason } = most?.decision ?? {
    control: null,
    source: 'practices',
    reason: 'no-rule',
  }
  return { control, source, reason }
}

const cellOf = (practices: Practices, category: DataCategory, client: string, place: Place): OverviewCell => {
  const granted = everyDecision(practices, category, client, place, 'granted')
  const denied = everyDecision(practices, category, client, place, 'denied').map(([, decision]) => decision)
  const collectedNames = new Set(granted.flatMap(([name, { collect }]) => (collect ? [name] : [])))
  const all = Object.keys(practices.dataTypes[category]).length
  const isWhole = granted.every(([, { collect }]) => collect)
  const collect = (): OverviewCell['collect'] => {
    if (collectedNames.size === 0) return 'no'
    if (!isWhole) return 'partly'
    if (denied.every((decision) => decision.collect)) return 'yes'
    return denied.some((decision) => decision.collect) ? 'partly' : 'by-choice'
  }
  const dataTypes = { collected: collectedNames.size, all }
  return { category, client, collect: collect(), ...mostCommon(denied), dataTypes }
}

/** What is collected right now, by category and client. */
export const overviewOf = (practices: Practices, place: Place): OverviewCell[] =>
  DATA_CATEGORIES.flatMap((category) =>
    practices.clients.map((client) => cellOf(practices, category, client, place)),
  )
