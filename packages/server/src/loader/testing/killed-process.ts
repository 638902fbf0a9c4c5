// A process that is killed: it appends the reports FIRST to LAST and says which were acknowledged, and how many of each
// request were new. Arguments: folder, first, last, and its task: `appends`; `loads` as well; `dies-inserting`,
// `dies-inserted`: loads, and kills itself while or after it stores a block.
import { join } from 'node:path'

import type { ReportId } from '@candor/practices'
import { skypeTeams } from '@candor/practices/skype-teams'
import { createClient } from '@clickhouse/client'
import { createChdbConnection } from 'chdb/connection'

import { createSpool } from '../../spool/create-spool.js'
import type { AdmittedReport } from '../../spool/spool-entry.js'
import { openEmbeddedStore } from '../../store/embedded-store.js'
import type { Store } from '../../store/store.js'
import { makeEntry } from '../../store/testing/entries.js'
import { createLoader } from '../create-loader.js'

const [, , folder = '', first = '0', last = '0', task = 'appends'] = process.argv

const REPORTS_A_REQUEST = 20
const REQUESTS_AT_ONCE = 8
const FATAL_INSERT = 5
const DAY_MILLIS = 86_400_000
const NOW_MILLIS = Date.parse('2026-11-22T00:00:00Z')

const die = (): boolean => process.kill(process.pid, 'SIGKILL')

/** A store that ends the process in an insert, or between it and the release from the spool. */
const makeFatal = (store: Store): Store => {
  let inserts = 0
  return {
    ...store,
    insert: async (block) => {
      inserts += 1
      if (inserts === FATAL_INSERT && task === 'dies-inserting') setTimeout(die, 3)
      await store.insert(block)
      if (inserts === FATAL_INSERT && task === 'dies-inserted') die()
    },
  }
}

type ClientConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>

/** Merges would make doubled rows one again, and hide a fault: no part is small enough for one here. */
const preventMerges = async (): Promise<void> => {
  const connection = createChdbConnection({ path: join(folder, 'store', 'engine') })
  const client = createClient({ connection: connection as unknown as ClientConnection })
  const settings = 'max_bytes_to_merge_at_max_space_in_pool = 1, max_bytes_to_merge_at_min_space_in_pool = 1'
  await client.command({ query: `ALTER TABLE candor.skype_teams_census MODIFY SETTING ${settings}` })
  await client.close()
}

const spool = createSpool({ folder: join(folder, 'spool') })

/** Opens the store and moves what comes in small blocks, so that many are under way when the process is killed. */
const startLoading = async () => {
  const store = await openEmbeddedStore({ folder: join(folder, 'store') })
  await store.prepare([skypeTeams])
  await preventMerges()
  const loader = createLoader({ spool, store: makeFatal(store), maxBlockRows: 500, intervalMillis: 5 })
  loader.start()
  return { store, loader }
}

const reportOf = (number: number): AdmittedReport => {
  const day = NOW_MILLIS - (number % 40) * DAY_MILLIS
  const id = `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000` as ReportId
  return {
    id,
    fromMillis: day,
    toMillis: day,
    data: { AppName: `App ${number % 7}`, SignInAttempts: number },
  }
}

let next = Number(first)

const send = async (): Promise<void> => {
  while (next < Number(last)) {
    const from = next
    next = Math.min(from + REPORTS_A_REQUEST, Number(last))
    const reports = Array.from({ length: next - from }, (_, at) => reportOf(from + at))
    const entry = makeEntry('skype-teams', 'census', reports, { receivedMillis: NOW_MILLIS })
    const outcomes = await spool.append(entry, { received: reports.length, refused: {} })
    process.stdout.write(`${from} ${outcomes.filter((outcome) => outcome === 'admitted').length}\n`)
  }
}

const loading = task === 'appends' ? undefined : await startLoading()
await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, send))
await loading?.loader.stop()
await spool.close()
await loading?.store.close()
