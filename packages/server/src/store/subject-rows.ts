import { CandorError } from '@candor/practices'
import type { Engine, Row } from './engine.js'
import { identifier, literal } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'
import type { Lane } from '../spool/spool-entry.js'
import { guardEngine } from './guard-engine.js'
import { heldRow } from './held-row.js'
import { removeOldFiles, waitForMutations } from './mutations.js'
import type { RowMatch, Store } from './store.js'

/** Ids in one statement; the engine reads statements of up to 256 KiB. */
const IDS_A_STATEMENT = 4000

/** Rows that are answered at most. */
const MOST_ROWS = 10_000

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const uuidList = (ids: readonly string[]): string =>
  ids
    .map((id) => {
      if (!UUID.test(id)) throw new CandorError('CANDOR_INTERNAL', { fault: 'not a UUID' })
      return literal(id)
    })
    .join(', ')

/** The conditions that find rows, each of as many ids as one statement holds. None where there is nothing to look in or for. */
const conditionsOf = ({ columns }: LaneLayout, match: RowMatch): readonly string[] => {
  const there = match.columns.filter((name) => columns.some((column) => column.name === name))
  const parts = Array.from({ length: Math.ceil(match.ids.length / IDS_A_STATEMENT) }, (_, at) =>
    uuidList(match.ids.slice(at * IDS_A_STATEMENT, (at + 1) * IDS_A_STATEMENT)),
  )
  if (there.length === 0) return []
  return parts.map((list) => there.map((name) => `${identifier(name)} IN (${list})`).join(' OR '))
}

/** Different reports that match; what is stored twice counts once. */
const countRows = async (engine: Engine, layout: LaneLayout, match: RowMatch): Promise<number> => {
  let count = 0
  for (const condition of conditionsOf(layout, match)) {
    const sql = `SELECT uniqExact(report_id) AS matching FROM ${layout.table} WHERE ${condition}`
    const [row] = await engine.rows(sql, {})
    count += Number(row?.['matching'] ?? 0)
  }
  return count
}

/** Rows that match, each report once, at most 10 000. */
const readRows = async (engine: Engine, layout: LaneLayout, match: RowMatch): Promise<readonly Row[]> => {
  const names = layout.columns.map(({ name }) => identifier(name)).join(', ')
  const rows: Row[] = []
  for (const condition of conditionsOf(layout, match)) {
    const left = MOST_ROWS - rows.length
    if (left <= 0) break
    const sql = `SELECT ${names} FROM ${layout.table} FINAL WHERE ${condition} ORDER BY covered_day DESC LIMIT ${left}`
    rows.push(...(await engine.rows(sql, {})))
  }
  return rows
}

/**
 * Deletes the rows that match, from the files and not only from sight. It rewrites the files that hold one, so that many
 * subjects' deletions belong together; inserts go on meanwhile.
 */
const deleteRows = async (engine: Engine, layout: LaneLayout, match: RowMatch): Promise<void> => {
  for (const condition of conditionsOf(layout, match))
    await engine.command(`ALTER TABLE ${layout.table} DELETE WHERE ${condition}`)
  await waitForMutations(engine, layout)
  await removeOldFiles(engine, layout)
}

/** What of a store is about single subjects' rows. */
export const createSubjectRows = (
  engine: Engine,
  layoutOf: (lane: Lane) => LaneLayout,
): Pick<Store, 'count' | 'held' | 'erase'> => ({
  count: async (lane, match) => guardEngine(async () => countRows(engine, layoutOf(lane), match)),
  held: async (lane, match) =>
    guardEngine(async () => {
      const layout = layoutOf(lane)
      return (await readRows(engine, layout, match)).map((row) => heldRow(layout.columns, row))
    }),
  erase: async (lane, match) => guardEngine(async () => deleteRows(engine, layoutOf(lane), match)),
})
