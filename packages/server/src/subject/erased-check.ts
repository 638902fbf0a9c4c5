import {
  DATA_CATEGORIES,
  type DataCategory,
  type FirstHash,
  type ParsedReport,
  type Practices,
} from '@candor/practices'
import type { KeySource } from '../pseudonym/key-source.js'
import type { Pseudonyms } from '../pseudonym/pseudonyms.js'
import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import type { Graveyard, Tombstones } from './graveyard.js'
import { identityColumns, type IdentityColumns } from './identity-columns.js'

type Data = Readonly<Record<string, unknown>>

/** Whether a report is from before an erasure that its subject asked for; the data with pseudonyms is given too. */
export type ErasedCheck = (report: ParsedReport, pseudonymous: Data) => boolean

/** What the check works with. */
export interface ErasedCheckParts {
  readonly graveyard: Pick<Graveyard, 'of'>
  readonly keySource: Pick<KeySource, 'current' | 'living'>
  readonly pseudonyms: Pseudonyms
}

const textsIn = (data: Data, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => {
    const value = data[name]
    return typeof value === 'string' ? [value] : []
  })

/** Makes the check of a product's lane. Where nobody was erased it costs nothing. */
const createErasedCheck = (
  { graveyard, keySource, pseudonyms }: ErasedCheckParts,
  lane: Lane,
  columns: IdentityColumns,
): ErasedCheck => {
  const key = laneKey(lane)
  /** The pseudonyms of an epoch; a tombstone may be of an earlier one than the report's. */
  const usersIn = (keyEpoch: number, raw: Data, pseudonymous: Data): readonly string[] => {
    if (keyEpoch === keySource.current().id) return textsIn(pseudonymous, columns.user)
    const epoch = keySource.living().find(({ id }) => id === keyEpoch)
    if (epoch === undefined) return []
    const make = (user: string): string =>
      lane.category === 'census'
        ? pseudonyms.ofCensus(user as FirstHash, epoch)
        : pseudonyms.ofError(user, epoch)
    return textsIn(raw, columns.user).map(make)
  }
  const isUnder = ({ by, keyEpoch, marks }: Tombstones, report: ParsedReport, data: Data): boolean => {
    if (by === 'reports') return marks.instantOf(report.id) !== undefined
    const ids = by === 'device' ? textsIn(data, columns.device) : usersIn(keyEpoch, report.data, data)
    return ids.some((id) => report.fromMillis <= (marks.instantOf(id) ?? -Infinity))
  }
  return (report, pseudonymous) => {
    for (const tombstones of graveyard.of(key)) if (isUnder(tombstones, report, pseudonymous)) return true
    return false
  }
}

/** Makes the checks of a product's lanes, whose versions `versionsOf` gives. */
export const createErasedChecks =
  (parts: ErasedCheckParts, versionsOf: (product: string) => readonly Practices[]) =>
  (product: string): Readonly<Record<DataCategory, ErasedCheck>> => {
    const checks = DATA_CATEGORIES.map((category) => {
      const lane = { product, category }
      return [
        category,
        createErasedCheck(parts, lane, identityColumns(versionsOf(product), category)),
      ] as const
    })
    return Object.fromEntries(checks) as Record<DataCategory, ErasedCheck>
  }
