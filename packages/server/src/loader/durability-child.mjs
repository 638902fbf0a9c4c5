// A process that is killed: it appends the reports FIRST to LAST and says which were acknowledged.
// Arguments: module, folder, first, last, and what it does: `appends` only; `loads` as well; `dies-inserting`,
// `dies-inserted`: loads, and kills itself while or after it stores a block.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@clickhouse/client'
import { createChdbConnection } from 'chdb/connection'

const [, , modulePath = '', folder = '', first = '0', last = '0', task = 'loads'] = process.argv
const { createLoader, createSpool, openEmbeddedStore, skypeTeams } = await import(
  pathToFileURL(modulePath).href
)

const REPORTS_A_REQUEST = 20
const REQUESTS_AT_ONCE = 8
const DAY_MILLIS = 86_400_000
const now = Date.parse('2026-11-22T00:00:00Z')

const spool = createSpool({ folder: join(folder, 'spool') })

const die = () => process.kill(process.pid, 'SIGKILL')

/** A store that ends the process in the fifth insert, or between it and the release from the spool. */
const fatal = (store) => {
  let inserts = 0
  return {
    ...store,
    insert: async (block) => {
      inserts += 1
      if (inserts === 5 && task === 'dies-inserting') setTimeout(die, 3)
      await store.insert(block)
      if (inserts === 5 && task === 'dies-inserted') die()
    },
  }
}

/** Merges would make doubled rows one again, and hide a fault: no part is small enough for one here. */
const preventMerges = async () => {
  const client = createClient({ connection: createChdbConnection({ path: join(folder, 'store', 'engine') }) })
  const settings = 'max_bytes_to_merge_at_max_space_in_pool = 1, max_bytes_to_merge_at_min_space_in_pool = 1'
  await client.command({ query: `ALTER TABLE candor.skype_teams_census MODIFY SETTING ${settings}` })
  await client.close()
}

/** Opens the store and moves what comes in small blocks, so that many are under way when the process is killed. */
const startLoading = async () => {
  const store = await openEmbeddedStore({ folder: join(folder, 'store') })
  await store.prepare([skypeTeams])
  await preventMerges()
  const loader = createLoader({ spool, store: fatal(store), maxBlockRows: 500, intervalMillis: 5 })
  loader.start()
  return { store, loader }
}

const report = (number) => {
  const day = now - (number % 40) * DAY_MILLIS
  return {
    id: `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    fromMillis: day,
    toMillis: day,
    data: { AppName: `App ${number % 7}`, SignInAttempts: number },
  }
}

const loading = task === 'appends' ? undefined : await startLoading()
const lane = { product: 'skype-teams', category: 'census' }
let next = Number(first)

const send = async () => {
  while (next < Number(last)) {
    const from = next
    next += REPORTS_A_REQUEST
    const reports = []
    for (let number = from; number < next && number < Number(last); number += 1) reports.push(report(number))
    const entry = {
      ...lane,
      practicesVersion: 1,
      client: 'desktop',
      os: 'Windows',
      receivedMillis: now,
      reports,
    }
    const outcomes = await spool.append(entry, { received: reports.length, refused: {} })
    process.stdout.write(`${from} ${outcomes.filter((outcome) => outcome === 'admitted').length}\n`)
  }
}

await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, send))
await loading?.loader.stop()
await spool.close()
await loading?.store.close()
process.stdout.write('done\n')
