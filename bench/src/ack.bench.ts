import { measureFlush } from './flush-latency.js'
import { startLoad } from './load/start-load.js'
import { startServer } from './server-process.js'

const PER_SECOND = 200
const SECONDS = 20
const CONNECTIONS = 32

/** How long acknowledgements take at a pace that leaves the machine idle for most of the time; a wait for a connection counts. */
const load = startLoad()
const servers = {
  bare: await startServer('bare'),
  durable: await startServer('durable'),
  candor: await startServer('candor'),
}
const rows: Record<string, object> = {}
try {
  for (const [name, { url }] of Object.entries(servers)) {
    const order = { url, lane: 'usage', reports: 1, connections: CONNECTIONS, pace: PER_SECOND } as const
    await load.run({ ...order, seconds: 2 })
    const { answered, p50, p99, most } = await load.run({ ...order, seconds: SECONDS })
    rows[name] = { requests: answered, 'p50 ms': p50, 'p99 ms': p99, 'most ms': most }
  }
  const { p50, p99, most } = await measureFlush(PER_SECOND, SECONDS)
  const round = (millis: number): number => Math.round(millis * 100) / 100
  rows['the disk alone, 8 KiB and fdatasync'] = {
    requests: PER_SECOND * SECONDS,
    'p50 ms': round(p50),
    'p99 ms': round(p99),
    'most ms': round(most),
  }
  console.log(`\n${PER_SECOND} requests a second for ${SECONDS} s, one report each (goal: p99 under 10 ms)`)
  console.table(rows)
} finally {
  await load.stop()
  for (const server of Object.values(servers)) await server.stop()
}
