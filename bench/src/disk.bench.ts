import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skypeTeams } from '@candor/practices/skype-teams'
import { openEmbeddedStore } from '@candor/server/embedded-store'
import { openEmbeddedEngine } from '@candor/server/engine'
import { fleetInserts, type Arrival } from './census-fleet.js'

const FLEET = { devices: 40_000, days: 10, seed: 1, firstDay: '2026-10-01' }

const TABLE = 'skype_teams_census'

/** The present layout, and others: each is a change of the statement that makes the table. */
const LAYOUTS: Readonly<Record<string, (ddl: string) => string>> = {
  'present: by device, day, id': (ddl) => ddl,
  'by device, id': (ddl) => ddl.replace('(DeviceID, covered_day, report_id)', '(DeviceID, report_id)'),
  'by day, device, id': (ddl) =>
    ddl.replace('(DeviceID, covered_day, report_id)', '(covered_day, DeviceID, report_id)'),
  'days with Delta': (ddl) => ddl.replaceAll('` Date CODEC(ZSTD(1))', '` Date CODEC(Delta(2), ZSTD(1))'),
  'all with ZSTD(3)': (ddl) => ddl.replaceAll('ZSTD(1)', 'ZSTD(3)'),
  'coarser index': (ddl) => `${ddl}, index_granularity = 32768, index_granularity_bytes = 0`,
}

const ARRIVALS: readonly Arrival[] = ['a device’s reports together', 'a block a day']

const folder = mkdtempSync(join(tmpdir(), 'candor-bench-disk-'))
const store = await openEmbeddedStore({ folder })
await store.prepare([skypeTeams])
await store.close()
const engine = openEmbeddedEngine(folder)

const valueOf = async (sql: string): Promise<unknown> => (await engine.rows(sql, {}))[0]?.['value']

const bytesARow = async (table: string): Promise<number> => {
  const sql = `SELECT sum(bytes_on_disk) / sum(rows) AS value FROM system.parts WHERE active AND table = '${table}'`
  return Number(Number(await valueOf(sql)).toFixed(1))
}

const present = String(
  await valueOf(`SELECT create_table_query AS value FROM system.tables WHERE name = '${TABLE}'`),
)

/** No part is small enough to be merged before it is asked for. */
const UNMERGED = 'max_bytes_to_merge_at_max_space_in_pool = 1, max_bytes_to_merge_at_min_space_in_pool = 1'

const measure = async (change: (ddl: string) => string, arrival: Arrival) => {
  const ddl = change(present.replace(`candor.${TABLE}`, 'candor.measured'))
  await engine.command(`${ddl}, ${UNMERGED}`)
  for (const insert of fleetInserts('candor.measured', FLEET, arrival)) await engine.command(insert)
  const before = await bytesARow('measured')
  await engine.command('OPTIMIZE TABLE candor.measured FINAL')
  const after = await bytesARow('measured')
  await engine.command('DROP TABLE candor.measured SYNC')
  return { before, after }
}

try {
  console.log(
    `\nbytes a census report on disk; ${FLEET.devices * FLEET.days} reports, ${FLEET.days} a device, ${FLEET.days} blocks (goal: 30)`,
  )
  const table: Record<string, Record<string, number>> = {}
  for (const [name, change] of Object.entries(LAYOUTS)) {
    const row: Record<string, number> = {}
    for (const arrival of ARRIVALS) {
      const { before, after } = await measure(change, arrival)
      row[`${arrival}, unmerged`] = before
      row[`${arrival}, merged`] = after
    }
    table[name] = row
  }
  console.table(table)
} finally {
  await engine.close()
  rmSync(folder, { recursive: true })
}
