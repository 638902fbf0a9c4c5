import { CandorError } from '@candor/practices'

import { entriesOf } from '../spool/report-columns.js'
import type { SpoolEntry } from '../spool/spool-entry.js'
import type { Cut, PoisonedRecord, Spool } from '../spool/spool.js'
import type { Store } from '../store/store.js'

type Inserting = Pick<Store, 'insert'>

/** Entries with those of their reports alone whose numbers, counted over all of them, are from `first` to before `end`. */
const pickReports = (entries: readonly SpoolEntry[], first: number, end: number): readonly SpoolEntry[] => {
  let before = 0
  return entries.flatMap((entry) => {
    const reports = entry.reports.slice(Math.max(0, first - before), Math.max(0, end - before))
    before += entry.reports.length
    return reports.length === 0 ? [] : [{ ...entry, reports }]
  })
}

const isValueFault = (error: unknown): boolean =>
  error instanceof CandorError && error.code === 'CANDOR_VALUE_REFUSED'

/** Stores what of a record can be stored, by halves, and answers the numbers of the reports that cannot. */
const storeRest = async (
  store: Inserting,
  cut: Cut,
  entries: readonly SpoolEntry[],
  [first, end]: readonly [number, number],
): Promise<readonly number[]> => {
  try {
    const token = `${cut.token}/${first}-${end}`
    await store.insert({
      lane: cut.lane,
      token,
      attempt: 'repeated',
      entries: pickReports(entries, first, end),
    })
    return []
  } catch (error) {
    if (!isValueFault(error)) throw error
  }
  if (end - first === 1) return [first]
  const middle = Math.floor((first + end) / 2)
  const before = await storeRest(store, cut, entries, [first, middle])
  return [...before, ...(await storeRest(store, cut, entries, [middle, end]))]
}

/** Stores the reports of a cut of one record but those that the store refuses; these are set aside and counted. */
export const isolateReports = async (spool: Spool, store: Inserting, cut: Cut): Promise<void> => {
  const [record] = spool.read(cut)
  if (record?.kind !== 'record') return spool.release(cut, record ? [record] : [])
  const { columns, place } = record
  const entries = entriesOf(columns)
  const refused = await storeRest(store, cut, entries, [0, record.rows])
  const poisoned: PoisonedRecord = {
    kind: 'poisoned',
    place,
    rows: refused.length,
    code: 'CANDOR_VALUE_REFUSED',
    refused: refused.flatMap((number) => pickReports(entries, number, number + 1)),
  }
  await spool.release(cut, refused.length > 0 ? [poisoned] : [])
}
