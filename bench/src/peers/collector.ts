import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

import type { ArrivedRequest, Protocol } from './received.js'
import { createTally, type Tally } from './tally.js'

/** What the clients send to: well, answering 503 to what is sent, or with its port closed. */
export interface Collector {
  readonly url: string
  /** What was answered with 200. */
  readonly taken: Tally
  /** What was sent after `countLeaks`, however it was answered. */
  readonly leaked: Tally
  readonly setState: (state: 'well' | 'unavailable' | 'unreachable') => Promise<void>
  /** From now on the policy says no, where a client asks for one. */
  readonly announceNo: () => void
  /** From now on what is sent is a leak. */
  readonly countLeaks: () => void
  /** Bytes of all requests so far, with heads and preflights, and of their bodies alone. */
  readonly bytes: () => { readonly all: number; readonly bodies: number }
  readonly close: () => Promise<void>
}

const isGzip = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b

const allowOrigin = (request: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-expose-headers', 'etag, retry-after')
  if (request.method !== 'OPTIONS') return
  response.setHeader('access-control-allow-methods', 'GET, POST')
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? '',
  )
  response.setHeader('access-control-max-age', '600')
}

const toArrived = (request: IncomingMessage, body: Buffer): ArrivedRequest => ({
  method: request.method ?? '',
  url: new URL(request.url ?? '/', 'http://collector'),
  text: (isGzip(body) ? gunzipSync(body) : body).toString(),
})

/** Counts the bytes of all sockets, those that are closed included. */
const countBytes = () => {
  const open = new Set<Socket>()
  let closed = 0
  return {
    watch: (socket: Socket): void => {
      open.add(socket)
      socket.once('close', () => {
        open.delete(socket)
        closed += socket.bytesRead
      })
    },
    all: (): number => [...open].reduce((sum, { bytesRead }) => sum + bytesRead, closed),
  }
}

/** Starts a collector on a free port, which is kept while it is unreachable. */
export const startCollector = async (protocol: Protocol): Promise<Collector> => {
  const taken = createTally()
  const leaked = createTally()
  const wire = countBytes()
  let bodies = 0
  let isWell = true
  let isForbidden = false
  let isLeaking = false

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isLeak = isLeaking
    const body = await buffer(request)
    bodies += body.length
    const arrived = toArrived(request, body)
    const isSent = request.method === 'POST'
    const received = isSent ? protocol.read(arrived) : []
    if (isLeak) leaked.add(received)
    if (isSent && !isWell) return void response.writeHead(503).end()
    taken.add(received)
    response.setHeader('content-type', 'application/json')
    response.end(protocol.answer?.(arrived, { isForbidden }) ?? '{}')
  }
  const server = createServer((request, response) => {
    allowOrigin(request, response)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    take(request, response).catch((error: unknown) => {
      // A page that is killed leaves half a request behind; anything else must be seen.
      if (!request.destroyed || request.complete) console.error(`collector: ${request.url} ${String(error)}`)
      response.destroy()
    })
  })
  server.on('connection', wire.watch)
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const close = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server.close(), 'close')
    server.closeAllConnections()
    await closed
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    leaked,
    setState: async (state) => {
      isWell = state === 'well'
      if (state === 'unreachable') await close()
      else if (!server.listening) await listen(port)
    },
    announceNo: () => {
      isForbidden = true
    },
    countLeaks: () => {
      isLeaking = true
    },
    bytes: () => ({ all: wire.all(), bodies }),
    close,
  }
}
