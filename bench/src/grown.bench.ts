import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { fillFolder, grownFleet } from './grown-folder.js'
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

const ASKED = 9
const LOAD_SECONDS = 20

/** An answer that took less did not wait for counts. */
const AT_ONCE_MILLIS = 100
const WAIT_MILLIS = 2000
const WAITS = 60

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'candor-grown-'))
const fleet = grownFleet(Number(values.devices))

if (values.folder === undefined) await fillFolder(folder, fleet)
const load = startLoad()
const server = await startServer('candor', folder)
const memory = { idle: server.residentMegabytes(), asked: 0, loaded: 0 }

const ask = async (query: string): Promise<number> => {
  const since = performance.now()
  const response = await fetch(`${server.url}/api/insights/${query}`)
  if (!response.ok) throw new Error(`answered ${response.status}`)
  await response.json()
  return performance.now() - since
}

const repeat = async (query: string): Promise<readonly number[]> => {
  const times: number[] = []
  for (let asked = 0; asked < ASKED; asked += 1) times.push(await ask(query))
  return times
}

/** Waits until the service counts nothing any more beside the questions: they are answered at once then. */
const untilCounted = async (query: string): Promise<void> => {
  for (let left = WAITS; left > 0; left -= 1) {
    if (Math.max(...(await repeat(query))) < AT_ONCE_MILLIS) return
    await setTimeout(WAIT_MILLIS)
  }
}

/** Questions of the pages. */
const QUESTIONS = {
  '28 days by app': 'census?periods=28',
  '28 days by model': 'census?periods=28&by=DeviceModel',
  '28 days by version, of one system': 'census?periods=28&by=OSVersion&where=OSName:Windows',
  '4 weeks by language, of one app and client':
    'census?period=week&periods=4&by=UserLanguage&where=client:desktop&where=AppName:Skype%20for%20Business',
  '2 months, new and returning': 'census?period=month&periods=2&by=seen',
}

try {
  console.log(`\ncensus pages at the server, ${fleet.devices * fleet.days} reports, ms (goal: 300)`)
  const questions = Object.entries(QUESTIONS)
  // The first answer waits for the counts of its periods, which are kept from then on.
  const first = new Map<string, { first: number; meanwhile: number }>()
  for (const [name, query] of questions)
    first.set(name, { first: await ask(query), meanwhile: median(await repeat(query)) })
  await untilCounted(QUESTIONS['28 days by app'])
  const asked: Record<string, object> = {}
  for (const [name, query] of questions) {
    const later = await repeat(query)
    asked[name] = {
      'first, counted': Math.round(first.get(name)?.first ?? 0),
      'median while others are counted': Math.round(first.get(name)?.meanwhile ?? 0),
      median: Math.round(median(later)),
      most: Math.round(Math.max(...later)),
    }
  }
  console.table(asked)
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
