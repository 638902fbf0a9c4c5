import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { RevisionName } from '../control-plane/revisions.js'

type CopiedTable = 'settings' | 'pools' | 'product_keys' | 'lane_stops' | 'practices_versions'

/** The tables that a collector decides by: what is copied when a number has counted up. */
export const TABLES_BY_REVISION: Readonly<Partial<Record<RevisionName, readonly CopiedTable[]>>> = {
  settings: ['settings', 'pools'],
  keys: ['product_keys'],
  'lane-stops': ['lane_stops'],
  practices: ['practices_versions'],
}

/** Names of people, which nobody decides by. */
const PEOPLE: ReadonlySet<string> = new Set(['changed_by', 'created_by', 'published_by'])

/** SQLite takes so many values at once, and a row here has fewer than twelve. */
const MOST_ROWS = 500

const inParts = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, at) =>
    rows.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  )

const withoutPeople = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, PEOPLE.has(name) ? null : value]))

/** Puts the rows of a table in the place of those of a copy. */
export const copyTable = async (from: ControlPlane, to: ControlPlane, table: CopiedTable): Promise<void> => {
  const rows = await from.selectFrom(table).selectAll().execute()
  await to.transaction().execute(async (transaction) => {
    await transaction.deleteFrom(table).execute()
    for (const part of inParts(rows))
      await transaction
        .insertInto(table)
        .values(part.map(withoutPeople) as never)
        .execute()
  })
}

/** Makes a copy hold the tombstones that there are. They never change, and there may be many: the new ones alone are read. */
export const copyTombstones = async (from: ControlPlane, to: ControlPlane): Promise<void> => {
  const idsOf = async (place: ControlPlane): Promise<ReadonlySet<string>> =>
    new Set((await place.selectFrom('tombstones').select('id').execute()).map(({ id }) => id))
  const [present, copied] = await Promise.all([idsOf(from), idsOf(to)])
  for (const part of inParts([...copied].filter((id) => !present.has(id))))
    await to.deleteFrom('tombstones').where('id', 'in', part).execute()
  for (const part of inParts([...present].filter((id) => !copied.has(id)))) {
    const rows = await from.selectFrom('tombstones').selectAll().where('id', 'in', part).execute()
    if (rows.length > 0) await to.insertInto('tombstones').values(rows).execute()
  }
}

/** Makes a copy name the numbers of a control plane, as they were read before its rows. */
export const copyRevisions = async (
  to: ControlPlane,
  numbers: ReadonlyMap<string, number>,
): Promise<void> => {
  for (const [name, value] of numbers)
    await to
      .insertInto('revisions')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
}
