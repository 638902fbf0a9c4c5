import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import type { Fleet } from './census-fleet.js'
import { median } from './median.js'
import { startLoad } from './load/start-load.js'
import { startServer } from './server-process.js'

const { values } = parseArgs({
  options: {
    /** Devices; each has a report a day for 28 days. The default makes 10 million reports. */
    devices: { type: 'string', default: '360000' },
    /** A data folder that a run before filled and left; it is used again, and left again. */
    folder: { type: 'string' },
  },
})

const DAYS = 28
const DAY_MILLIS = 86_400_000
const ASKED = 9
const LOAD_SECONDS = 20

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'candor-grown-'))
const firstDay = new Date(Date.now() - (DAYS - 1) * DAY_MILLIS).toISOString().slice(0, 10)
const fleet: Fleet = { devices: Number(values.devices), days: DAYS, seed: 1, firstDay }

/** The service makes its keys and tables first: it refuses a folder that holds tables and no keys. */
const fill = async (): Promise<void> => {
  await (await startServer('candor', folder)).stop()
  const program = fileURLToPath(new URL('fill-store.js', import.meta.url))
  await promisify(execFile)(process.execPath, [program, join(folder, 'store'), JSON.stringify(fleet)])
}

if (values.folder === undefined) await fill()
const load = startLoad()
const server = await startServer('candor', folder)
const memory = { idle: server.residentMegabytes(), asked: 0, loaded: 0 }

const ask = async (days: number): Promise<number> => {
  const since = performance.now()
  const response = await fetch(`${server.url}/api/insights/census?periods=${days}`)
  if (!response.ok) throw new Error(`answered ${response.status}`)
  await response.json()
  return performance.now() - since
}

const times = async (days: number): Promise<object> => {
  const first = await ask(days)
  const later: number[] = []
  for (let asked = 0; asked < ASKED; asked += 1) later.push(await ask(days))
  return {
    first: Math.round(first),
    median: Math.round(median(later)),
    least: Math.round(Math.min(...later)),
  }
}

try {
  console.log(`\ncensus page at the server, ${fleet.devices * DAYS} reports, ms (goal: 300)`)
  console.table({ '14 of 28 days': await times(14), '28 days': await times(DAYS) })
  memory.asked = server.residentMegabytes()
  const order = { url: server.url, lane: 'census', reports: 100, connections: 16 } as const
  await load.run({ ...order, pace: 'as-fast-as-answered', seconds: LOAD_SECONDS })
  memory.loaded = server.residentMegabytes()
  console.log('resident memory with that table, MB (goals: 400 idle, 900)')
  console.table([memory])
} finally {
  await load.stop()
  await server.stop()
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
