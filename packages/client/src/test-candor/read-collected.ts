import { findDataType, type DataCategory, type DevicePractices } from '@candor/practices'

import { addUp, emptyData } from '../core/add-up.js'
import type { Candor } from '../core/candor.js'
import type { Data } from '../core/kept-report.js'

const ADDED_UP: ReadonlySet<string> = new Set(['count', 'duration', 'labelled-count', 'distribution'])

const pick = (data: Data, isWanted: (kind: string) => boolean, kindOf: (name: string) => string): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => isWanted(kindOf(name))))

/** Reads what a Candor would send. */
export const createCollectedReader = (
  practices: DevicePractices,
  waiting: Candor['waiting'],
): {
  readonly bodies: (category: DataCategory) => readonly string[]
  /** The data of each report without ids, the oldest first. */
  readonly reports: (category: DataCategory) => readonly Data[]
  readonly collected: (category: DataCategory) => Data
} => {
  const bodies = (category: DataCategory): readonly string[] =>
    waiting().flatMap((kept) => (kept.category === category ? kept.body : []))
  const kindIn = (category: DataCategory) => (name: string) =>
    findDataType(practices, category, name)?.kind ?? 'device-id'
  const reports = (category: DataCategory): readonly Data[] =>
    bodies(category).map((body) => {
      const [report] = (JSON.parse(body) as { readonly reports: readonly [{ readonly data: Data }] }).reports
      return pick(report.data, (kind) => !kind.endsWith('-id'), kindIn(category))
    })
  return {
    bodies,
    reports,
    collected: (category) => {
      const kindOf = kindIn(category)
      const isAddedUp = (kind: string): boolean => ADDED_UP.has(kind)
      return reports(category).reduce<Data>(
        (all, data) => ({
          ...addUp(emptyData(all), pick(data, isAddedUp, kindOf), () => true),
          ...pick(data, (kind) => !isAddedUp(kind), kindOf),
        }),
        {},
      )
    },
  }
}
