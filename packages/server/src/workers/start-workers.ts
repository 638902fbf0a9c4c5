import cluster from 'node:cluster'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { WorkerFigures } from '../health/health-figures.js'
import { openWorkerPlace, type WorkerPlace, type WorkerPlaceParts } from './worker-place.js'

const PROGRAM = fileURLToPath(new URL('worker-process.js', import.meta.url))

/** Collector processes that run. */
export interface Workers {
  /** The port that all of them listen on. */
  readonly port: number
  /** Makes a change of settings, keys or erasures count in each; what was admitted before is durable then. */
  readonly refresh: () => Promise<void>
  readonly figures: () => readonly WorkerFigures[]
  readonly close: () => Promise<void>
}

/** How collector processes are started. */
export interface WorkersOptions extends WorkerPlaceParts {
  readonly count: number
}

const findFreePort = async (host: string): Promise<number> => {
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts collector processes, and starts one again that ends by itself. Rejects where one cannot serve. */
export const startWorkers = async ({ count, setup, onFailure }: WorkersOptions): Promise<Workers> => {
  cluster.setupPrimary({ exec: PROGRAM, args: [], serialization: 'advanced' })
  // All of them, and those that come later, listen on one port; 0 would be another each time none is left.
  const port = setup.port === 0 ? await findFreePort(setup.host) : setup.port
  const places: WorkerPlace[] = []
  const close = async (): Promise<void> => {
    await Promise.all(places.map(async (place) => place.close()))
  }
  try {
    while (places.length < count) places.push(openWorkerPlace({ setup: { ...setup, port }, onFailure }))
    await Promise.all(places.map(async (place) => place.served()))
  } catch (error) {
    await close()
    throw error
  }
  let refreshes = 0
  return {
    port,
    refresh: async () => {
      refreshes += 1
      const number = refreshes
      await Promise.all(places.map(async (place) => place.refresh(number)))
    },
    figures: () => places.map((place) => place.figures()),
    close,
  }
}
