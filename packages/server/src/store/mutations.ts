import { CandorError } from '@candor/practices'
import { setTimeout } from 'node:timers/promises'
import type { Engine } from './engine.js'
import { DATABASE, tableName } from './identifiers.js'
import type { LaneLayout } from './lane-layout.js'

const POLL_MILLIS = 50

/** How long removed files are waited for: reads under way hold them. The engine removes them later by itself. */
const MOST_WAIT_MILLIS = 30_000

/** A partition that no table has; dropping it changes nothing, and makes the engine remove files that nothing needs any more. */
const NO_PARTITION = '197001'

const ofTable = ({ lane }: LaneLayout) => ({ database: DATABASE, table: tableName(lane) })

/** Waits until the engine has rewritten what a change of rows touches. It goes on with that after a crash, too. */
export const waitForMutations = async (engine: Engine, layout: LaneLayout): Promise<void> => {
  const sql =
    'SELECT countIf(NOT is_done) AS open, max(latest_fail_reason) AS fault FROM system.mutations ' +
    'WHERE NOT is_done AND database = {database:String} AND table = {table:String}'
  for (;;) {
    const [row] = await engine.rows(sql, ofTable(layout))
    if (Number(row?.['open'] ?? 0) === 0) return
    const fault = row?.['fault']
    if (typeof fault === 'string' && fault !== '')
      throw new CandorError('CANDOR_STORE_UNAVAILABLE', { fault: 'a change of rows failed' })
    await setTimeout(POLL_MILLIS)
  }
}

/** Removes the files that rewritten rows were in before, so that nothing of them is left on the disk. */
export const removeOldFiles = async (engine: Engine, layout: LaneLayout): Promise<void> => {
  const sql =
    'SELECT count() AS old FROM system.parts WHERE NOT active AND database = {database:String} AND table = {table:String}'
  for (let waited = 0; waited < MOST_WAIT_MILLIS; waited += 5 * POLL_MILLIS) {
    await engine.command(`ALTER TABLE ${layout.table} DROP PARTITION ID '${NO_PARTITION}'`)
    const [row] = await engine.rows(sql, ofTable(layout))
    if (Number(row?.['old'] ?? 0) === 0) return
    await setTimeout(5 * POLL_MILLIS)
  }
}
