// A collector process: takes reports into the spool, and passes all other requests on to the main process. It does what
// the main process says, and ends with it.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { CandorError } from '@candor/practices'
import { drainServer } from './drain-server.js'
import { LIMITS_OF_REQUESTS } from '../http/app.js'
import { forwardRequest } from './forward-request.js'
import { openCollector, type Collector } from './open-collector.js'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-message.js'

const DRAIN_MILLIS = 10_000

const say = (message: FromWorker): void => {
  // Nobody hears it where the main process ended.
  process.send?.(message, () => undefined)
}

/**
 * Ends at once, as a power cut does: leaving in an orderly way would wait for a transaction that waits for this thread.
 * What is acknowledged is on disk, and the rest is sent again by the devices.
 */
const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

const tellFailure = (code: string, error: unknown): void =>
  say({ kind: 'failed', code, text: error instanceof Error ? error.name : 'failure' })

interface Running {
  readonly collector: Collector
  readonly server: Server
}

const begin = async (setup: WorkerSetup): Promise<Running> => {
  const collector = await openCollector({ ...setup, now: Date.now, onFailure: tellFailure })
  const server = createServer(LIMITS_OF_REQUESTS, (request, response) => {
    if (!server.listening) response.shouldKeepAlive = false
    if (!collector.ingest(request, response)) forwardRequest(setup.mainSocket, request, response)
  })
  server.listen({ host: setup.host, port: setup.port })
  await once(server, 'listening')
  say({ kind: 'serves' })
  return { collector, server }
}

const drain = async ({ collector, server }: Running): Promise<void> => {
  await drainServer(server, DRAIN_MILLIS)
  await collector.close()
  isDrained = true
  process.disconnect()
}

let isDrained = false
let running: Promise<Running> | undefined

const obey = async (message: ToWorker): Promise<void> => {
  if (message.kind === 'begin') {
    running = begin(message.setup)
    await running
    return
  }
  if (running === undefined) return
  if (message.kind === 'drain') return drain(await running)
  await (await running).collector.refresh()
  say({ kind: 'refreshed', number: message.number })
}

process.on('message', (message: ToWorker) => {
  obey(message).catch((error: unknown) => {
    tellFailure(error instanceof CandorError ? error.code : 'CANDOR_INTERNAL', error)
    die()
  })
})
// Before the cluster's own listener, which would leave in an orderly way.
process.prependListener('disconnect', () => {
  if (!isDrained) die()
})
// A terminal sends signals to all processes; the main one says when to end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
say({ kind: 'ready' })
