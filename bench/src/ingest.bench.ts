import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { settle } from './balance.js'
import type { LoadOrder } from './load/load-order.js'
import { startLoad } from './load/start-load.js'
import { median } from './median.js'
import { startServer, type ServerKind } from './server-process.js'

const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 64

/** One round of one server. Times are microseconds of CPU a report. */
interface Round {
  readonly reportsPerSecond: number
  readonly mainMicros: number
  readonly allMicros: number
  readonly senderMicros: number
  readonly p50: number
  readonly p99: number
}

const load = startLoad()
const KINDS = ['bare', 'durable', 'candor'] as const satisfies readonly ServerKind[]
const servers = {
  bare: await startServer('bare'),
  durable: await startServer('durable'),
  candor: await startServer('candor'),
}

const runRound = async (kind: ServerKind, order: Omit<LoadOrder, 'url'>): Promise<Round> => {
  const server = servers[kind]
  const [allBefore, mainBefore] = [server.cpuMillis(), server.mainThreadMillis()]
  const result = await load.run({ ...order, url: server.url })
  // Moving reports to the store belongs to their cost.
  if (kind === 'candor') await settle(server.url)
  const reports = result.answered * order.reports
  const micros = (millis: number): number => (millis * 1000) / reports
  return {
    reportsPerSecond: reports / result.seconds,
    mainMicros: micros(server.mainThreadMillis() - mainBefore),
    allMicros: micros(server.cpuMillis() - allBefore),
    senderMicros: micros(result.cpuMillis),
    p50: result.p50,
    p99: result.p99,
  }
}

const medians = (rounds: readonly Round[]): Round => {
  const of = (name: keyof Round): number => Number(median(rounds.map((round) => round[name])).toPrecision(4))
  return {
    reportsPerSecond: of('reportsPerSecond'),
    mainMicros: of('mainMicros'),
    allMicros: of('allMicros'),
    senderMicros: of('senderMicros'),
    p50: of('p50'),
    p99: of('p99'),
  }
}

const compare = async (reports: number): Promise<void> => {
  const order = { lane: 'usage', reports, connections: CONNECTIONS, pace: 'as-fast-as-answered' } as const
  const rounds: Record<ServerKind, Round[]> = { bare: [], durable: [], candor: [] }
  for (const kind of KINDS) await runRound(kind, { ...order, seconds: SECONDS })
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of KINDS) rounds[kind].push(await runRound(kind, { ...order, seconds: SECONDS }))
  }
  const [bare, durable, candor] = [medians(rounds.bare), medians(rounds.durable), medians(rounds.candor)]
  console.log(
    `\n${reports} reports a request, ${CONNECTIONS} connections, medians of ${ROUNDS} alternating rounds of ${SECONDS} s`,
  )
  console.table({
    'bare node:http, 204': bare,
    'node:http, a file flushed a group': durable,
    'candor, acknowledged durable': candor,
  })
  console.log(
    `ratio of reports/s: ${(candor.reportsPerSecond / bare.reportsPerSecond).toFixed(2)} of bare, ` +
      `${(candor.reportsPerSecond / durable.reportsPerSecond).toFixed(2)} of one that flushes; ` +
      `of the main thread's CPU: ${(bare.mainMicros / candor.mainMicros).toFixed(2)}; ` +
      `reports/s a core: ${Math.round(1e6 / candor.mainMicros)} of the main thread, ${Math.round(1e6 / candor.allMicros)} of all threads`,
  )
}

const insertRaw = async (): Promise<number> => {
  const child = fork(fileURLToPath(new URL('raw-inserts.js', import.meta.url)))
  const [micros] = (await once(child, 'message')) as [number]
  return micros
}

try {
  for (const reports of [1, 100]) await compare(reports)
  console.log(
    `the same rows inserted raw, encoded before, 100 000 a block: ${await insertRaw()} us CPU a row`,
  )
} finally {
  await load.stop()
  for (const kind of KINDS) await servers[kind].stop()
}
