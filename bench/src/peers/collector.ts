import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

import { createIntake, type Intake } from './intake.js'
import type { Protocol } from './received.js'

/** What the clients send to: well, answering 503 to what is sent, or with its port closed. */
export interface Collector extends Pick<Intake, 'taken' | 'leaked' | 'announceNo' | 'countLeaks'> {
  readonly url: string
  readonly setState: (state: 'well' | 'unavailable' | 'unreachable') => Promise<void>
  /** Bytes of all requests so far, with heads and preflights, and of their bodies alone. */
  readonly bytes: () => { readonly all: number; readonly bodies: number }
  readonly close: () => Promise<void>
}

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
  const wire = countBytes()
  const intake = createIntake(protocol)
  const server = createServer((request, response) => {
    intake.handle(request, response).catch((error: unknown) => {
      // A page that is killed leaves half a request behind; anything else must be seen.
      if (request.complete) console.error(`collector: ${request.url} ${String(error)}`)
      response.destroy()
    })
  })
  server.on('connection', wire.watch)
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const close = async (): Promise<void> => {
    if (!server.listening) return
    const closed = once(server.close(), 'close')
    server.closeAllConnections()
    await closed
  }
  const port = await listen(0)
  const { taken, leaked, announceNo, countLeaks, bodyBytes } = intake
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    leaked,
    announceNo,
    countLeaks,
    setState: async (state) => {
      intake.setTaking(state === 'well' ? 'taking' : 'refusing')
      if (state === 'unreachable') await close()
      else if (!server.listening) await listen(port)
    },
    bytes: () => ({ all: wire.all(), bodies: bodyBytes() }),
    close,
  }
}
