import { CandorError, DATA_CATEGORIES, type Practices } from '@candor/practices'

import { laneKey } from '../spool/lane-state.js'
import type { Lane } from '../spool/spool-entry.js'
import { encodeRows } from './block-rows.js'
import type { Engine } from './engine.js'
import { createFreezer } from './freezer.js'
import { guardEngine } from './guard-engine.js'
import { exportLane } from './export.js'
import { layOutLane, type LaneLayout } from './lane-layout.js'
import { createNativeEncoder } from './native-format.js'
import type { Store } from './store.js'
import { createOverdueRows } from './overdue-rows.js'
import { createSubjectRows } from './subject-rows.js'
import { createSuspicions } from './suspicions.js'
import { addColumnsDdl, changeSettingsDdl, createDatabaseDdl, createTableDdl } from './table-ddl.js'

const byProduct = (practices: readonly Practices[]): readonly (readonly Practices[])[] => {
  const products = new Set(practices.map(({ product }) => product))
  return [...products].map((product) => practices.filter((version) => version.product === product))
}

/** A store on an engine. */
export const createStore = (engine: Engine): Store => {
  const layouts = new Map<string, LaneLayout>()
  const layoutOf = (lane: Lane): LaneLayout => {
    const layout = layouts.get(laneKey(lane))
    if (layout === undefined) throw new CandorError('CANDOR_PRACTICES_UNKNOWN', { ...lane })
    return layout
  }
  const suspicions = createSuspicions(engine)
  const growTable = async (layout: LaneLayout): Promise<void> => {
    await engine.command(createTableDdl(layout, engine.target))
    await engine.command(addColumnsDdl(layout, engine.target))
    await engine.command(changeSettingsDdl(layout, engine.target))
    await suspicions.open(layout)
    layouts.set(laneKey(layout.lane), layout)
  }
  return {
    prepare: async (practices) =>
      guardEngine(async () => {
        await engine.command(createDatabaseDdl(engine.target))
        for (const versions of byProduct(practices)) {
          for (const category of DATA_CATEGORIES) await growTable(layOutLane(versions, category))
        }
      }),
    insert: async ({ lane, token, attempt, entries }) => {
      const layout = layoutOf(lane)
      const encode = createNativeEncoder(layout.columns)
      const columns = layout.columns.map(({ name }) => name)
      const blocks = encodeRows(layout, encode, entries)
      await guardEngine(async () => {
        if (attempt === 'repeated') await suspicions.raise(layout)
        await engine.insert({ table: layout.table, columns, token, attempt, blocks })
      })
    },
    source: (lane) => {
      const layout = layoutOf(lane)
      return {
        stored: layout.table,
        once: suspicions.hasOne(layout) ? `${layout.table} FINAL` : layout.table,
      }
    },
    query: async (sql, parameters = {}) => guardEngine(async () => engine.rows(sql, parameters)),
    export: async (lane, format, to) =>
      guardEngine(async () => exportLane(engine, layoutOf(lane), format, to)),
    ...createSubjectRows(engine, layoutOf),
    ...createOverdueRows(engine, layoutOf),
    ...createFreezer({ engine, suspicions, layouts: () => [...layouts.values()], layoutOf }),
    close: async () => engine.close(),
  }
}
