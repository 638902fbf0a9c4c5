import { readdir, rename, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { CandorError } from '@candor/practices'
import type { Lane } from '../spool/spool-entry.js'
import type { Engine } from './engine.js'
import { guardEngine } from './guard-engine.js'
import { DATABASE, literal, tableName } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'
import type { FrozenTable, Store } from './store.js'
import type { Suspicions } from './suspicions.js'

/** What freezing works with. */
export interface FreezerParts {
  readonly engine: Engine
  readonly suspicions: Suspicions
  readonly layouts: () => readonly LaneLayout[]
  readonly layoutOf: (lane: Lane) => LaneLayout
}

/** The folder of a table's files: the engine's folder, then `store/xxx/<uuid>`. */
const folderOf = async (engine: Engine, { lane }: LaneLayout): Promise<string> => {
  const sql =
    'SELECT data_paths[1] AS folder FROM system.tables WHERE database = {database:String} AND name = {table:String}'
  const [row] = await engine.rows(sql, { database: DATABASE, table: tableName(lane) })
  const folder = row?.['folder']
  if (typeof folder !== 'string' || folder === '')
    throw new CandorError('CANDOR_STORE_UNAVAILABLE', { fault: 'the table has no files here' })
  return folder.replace(/\/$/, '')
}

/** The engine's own folder, three levels above a table's. */
const engineFolderOf = (tableFolder: string): string => join(tableFolder, '..', '..', '..')

const rowsIn = async (engine: Engine, { table }: LaneLayout): Promise<number> => {
  const [row] = await engine.rows(`SELECT count() AS stored FROM ${table}`, {})
  return Number(row?.['stored'] ?? 0)
}

const freezeTable = async (
  { engine, suspicions }: FreezerParts,
  layout: LaneLayout,
  name: string,
): Promise<FrozenTable & { readonly shadow: string }> => {
  const folder = await folderOf(engine, layout)
  const shadow = join(engineFolderOf(folder), 'shadow', name)
  await engine.command(`ALTER TABLE ${layout.table} FREEZE WITH NAME ${literal(name)}`)
  return {
    lane: layout.lane,
    folder: join(shadow, relative(engineFolderOf(folder), folder)),
    rows: await rowsIn(engine, layout),
    reports: suspicions.hasOne(layout) ? 'suspected' : 'once',
    shadow,
  }
}

const attachParts = async (engine: Engine, layout: LaneLayout, folder: string): Promise<void> => {
  const detached = join(await folderOf(engine, layout), 'detached')
  const parts = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  for (const { name } of parts) {
    await rename(join(folder, name), join(detached, name))
    await engine.command(`ALTER TABLE ${layout.table} ATTACH PART ${literal(name)}`)
  }
}

/** What of a store is about copies of its files. Inserts must rest while tables are frozen, so that the rows agree. */
export const createFreezer = (parts: FreezerParts): Pick<Store, 'freeze' | 'attach'> => {
  const { engine, suspicions, layouts, layoutOf } = parts
  return {
    freeze: async (name) =>
      guardEngine(async () => {
        if (name.includes(sep)) throw new CandorError('CANDOR_INTERNAL', { fault: 'not a name' })
        const tables = []
        for (const layout of layouts()) tables.push(await freezeTable(parts, layout, name))
        const shadows = new Set(tables.map(({ shadow }) => shadow))
        return {
          tables: tables.map(({ shadow: _shadow, ...table }) => table),
          release: async () => {
            for (const shadow of shadows) await rm(shadow, { recursive: true, force: true })
          },
        }
      }),
    attach: async ({ lane, folder, reports }) =>
      guardEngine(async () => {
        const layout = layoutOf(lane)
        await attachParts(engine, layout, folder)
        if (reports === 'suspected') await suspicions.raise(layout)
        return rowsIn(engine, layout)
      }),
  }
}
