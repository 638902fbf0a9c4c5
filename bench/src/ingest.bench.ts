import autocannon from 'autocannon'
import { usageBody } from './bodies.js'
import { startServer, type ServerProcess } from './server-process.js'

const SECONDS = 8
const CONNECTIONS = 64

interface Load {
  readonly reportsPerSecond: number
  readonly p50: number
  readonly p99: number
  /** CPU time of the server a report, in microseconds. */
  readonly cpuMicros: number
}

const load = async (server: ServerProcess, reports: number): Promise<Load> => {
  const before = server.cpuMillis()
  const setupRequest = (request: autocannon.Request): autocannon.Request => ({
    ...request,
    body: usageBody(reports),
  })
  const result = await autocannon({
    url: `${server.url}/v1/usage?key=bench`,
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [{ setupRequest }],
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`)
  const total = result['2xx'] * reports
  return {
    reportsPerSecond: Math.round(total / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMicros: Number((((server.cpuMillis() - before) * 1000) / total).toFixed(2)),
  }
}

const measure = async (kind: 'bare' | 'candor', reports: number): Promise<Load> => {
  const server = await startServer(kind)
  try {
    await load(server, reports)
    return await load(server, reports)
  } finally {
    await server.stop()
  }
}

for (const reports of [1, 100]) {
  const bare = await measure('bare', reports)
  const candor = await measure('candor', reports)
  console.log(
    `\n${reports} ${reports === 1 ? 'report' : 'reports'} a request, ${CONNECTIONS} connections, acknowledged durable`,
  )
  console.table({ 'bare node:http, 204': bare, candor })
  console.log(`ratio of reports/s: ${(candor.reportsPerSecond / bare.reportsPerSecond).toFixed(2)}`)
}
