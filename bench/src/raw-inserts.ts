// Inserts the rows of the ingest bench straight into the engine, as blocks that were encoded before: how far the limit is.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnvelope, parseReport, type ParsedReport } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { openEmbeddedStore } from '@candor/server/embedded-store'
import { openEmbeddedEngine } from '@candor/server/engine'
import { ID_PLACE, usageBody } from './bodies.js'
import { median } from './median.js'

const ROWS = 100_000
const ROUNDS = 7
const TABLE = 'candor.skype_teams_usage'

const parsed = <T>(
  result: { readonly kind: 'parsed'; readonly value: T } | { readonly kind: 'refused' },
): T => {
  if (result.kind === 'refused') throw new Error('the body of the bench is refused')
  return result.value
}

const reports = (): readonly Omit<ParsedReport, 'decision'>[] => {
  const envelope = parsed(parseEnvelope('usage', JSON.parse(usageBody(1).replace(ID_PLACE, randomUUID()))))
  const report = parsed(parseReport('usage', envelope.reports[0]))
  const { fromMillis, toMillis, data } = report
  const id = (): typeof report.id => randomUUID() as typeof report.id
  return Array.from({ length: ROWS }, () => ({ id: id(), fromMillis, toMillis, data }))
}

const folder = mkdtempSync(join(tmpdir(), 'candor-raw-'))
const lane = { product: skypeTeams.product, category: 'usage' } as const
const origin = { practicesVersion: 1, client: 'desktop', os: 'Windows', org: 'contoso.com' }
const store = await openEmbeddedStore({ folder })
await store.prepare([skypeTeams])
const entry = { ...lane, ...origin, receivedMillis: Date.now(), reports: reports() }
await store.insert({ lane, token: 'first', attempt: 'new', entries: [entry] })
await store.close()

const engine = openEmbeddedEngine(folder)
const file = join(folder, 'rows')
await engine.command(`SELECT * FROM ${TABLE} INTO OUTFILE '${file}' FORMAT Native`)
const rows = await engine.rows("SELECT name FROM system.columns WHERE table = 'skype_teams_usage'", {})
const columns = rows.map(({ name }) => String(name))
const blocks = [readFileSync(file)]
const micros: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const before = process.cpuUsage()
  await engine.insert({ table: TABLE, columns, token: `round-${round}`, attempt: 'new', blocks })
  const { user, system } = process.cpuUsage(before)
  micros.push((user + system) / ROWS)
}
await engine.close()
rmSync(folder, { recursive: true })
process.send?.(Number(median(micros).toFixed(2)))
process.disconnect()
