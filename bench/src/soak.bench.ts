import { parseArgs } from 'node:util'
import { readBalance, settle, type Balance } from './balance.js'
import { startLoad } from './load/start-load.js'
import { startServer } from './server-process.js'

const { values } = parseArgs({
  options: {
    /** How long it lasts. */
    minutes: { type: 'string', default: '20' },
    /** Requests a second of one report each; 0: half of what a first look finds to be the peak. */
    rate: { type: 'string', default: '0' },
  },
})

const PEAK_SECONDS = 10
const SLICE_SECONDS = 10
const CONNECTIONS = 64

const load = startLoad()
const server = await startServer('candor')
const order = { url: server.url, lane: 'usage', reports: 1, connections: CONNECTIONS } as const

const findRate = async (): Promise<number> => {
  if (Number(values.rate) > 0) return Number(values.rate)
  const { answered, seconds } = await load.run({
    ...order,
    pace: 'as-fast-as-answered',
    seconds: PEAK_SECONDS,
  })
  return Math.max(1, Math.round(answered / seconds / 2))
}

const refusedIn = ({ refused }: Balance): number =>
  Object.values(refused).reduce((sum, count) => sum + count, 0)

/** Throws where reports are not accounted for: a soak that loses one has failed. */
const check = (balance: Balance, sent: number): void => {
  const accounted = balance.stored + refusedIn(balance) + balance.duplicate + balance.pending
  if (balance.received !== sent || accounted !== sent)
    throw new Error(`${sent} sent, ${balance.received} received, ${accounted} accounted for`)
}

try {
  const pace = await findRate()
  let { received: sent } = await settle(server.url)
  const slices = Math.max(1, Math.round((Number(values.minutes) * 60) / SLICE_SECONDS))
  console.log(`\n${pace} requests a second for ${values.minutes} minutes`)
  for (let slice = 1; slice <= slices; slice += 1) {
    const result = await load.run({ ...order, pace, seconds: SLICE_SECONDS })
    sent += result.answered
    const balance = await readBalance(server.url)
    check(balance, sent)
    const facts = {
      seconds: slice * SLICE_SECONDS,
      sent,
      pending: balance.pending,
      p50: result.p50,
      p99: result.p99,
      residentMegabytes: server.residentMegabytes(),
    }
    console.log(JSON.stringify(facts))
  }
  const balance = await settle(server.url)
  check(balance, sent)
  console.log(
    `${sent} sent and acknowledged, ${balance.stored} stored, ${balance.duplicate} doubled, 0 missing`,
  )
} finally {
  await load.stop()
  await server.stop()
}
