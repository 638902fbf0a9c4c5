// A collector process: takes reports into the spool, and passes all other requests on to the main process. It does what
// the main process says, and ends with it.
import { once } from 'node:events'
import type { Server } from 'node:http'
import { Server as SecureServer } from 'node:https'
import { CandorError, type ErrorCode } from '@candor/practices'
import { answerClientError } from '../http/answer-client-error.js'
import { createHttpServer } from '../http/create-http-server.js'
import { listenFault } from '../http/listen-fault.js'
import { readTlsFiles } from '../http/tls.js'
import { endAtOnce, endOnFault } from '../operation/end-on-fault.js'
import { factsOf } from '../operation/log-failure.js'
import { drainServer } from './drain-server.js'
import { forwardRequest } from './forward-request.js'
import { openCollector, type Collector } from './open-collector.js'
import type { FromWorker, ToWorker, WorkerSetup } from './worker-message.js'

const DRAIN_MILLIS = 10_000

/** Between two tellings of what was taken of the limits: 250 milliseconds. The error of shared limits is what comes in so long. */
const TELL_MILLIS = 250

/** Nobody hears it where the main process ended. */
const say = async (message: FromWorker): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined) return resolve()
    process.send(message, () => resolve())
  })

const tellFailure = async (code: ErrorCode, error: unknown): Promise<void> =>
  say({ kind: 'failed', code, facts: factsOf(error) })

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

const tellFault = async (error: unknown): Promise<void> => tellFailure(codeOf(error), error)

interface Running {
  readonly setup: WorkerSetup
  readonly collector: Collector
  readonly server: Server
  readonly telling: NodeJS.Timeout
}

const listen = async (setup: WorkerSetup, { ingest, requests }: Collector): Promise<Server> => {
  const { tls, maxConnections, mainSocket, host, port } = setup
  const onDrop = (): void => {
    requests.dropped()
    void tellFailure('CANDOR_CONNECTIONS_FULL', undefined)
  }
  const options = { tls: tls === undefined ? undefined : readTlsFiles(tls), maxConnections, onDrop }
  const server = createHttpServer(options, (request, response) => {
    if (!server.listening) response.shouldKeepAlive = false
    const startedAt = performance.now()
    if (!ingest(request, response)) return forwardRequest(mainSocket, request, response)
    response.once('finish', () => requests.ingest(response.statusCode, performance.now() - startedAt))
  })
  server.on('clientError', answerClientError)
  server.listen({ host, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw listenFault(error, { host, port })
  }
  return server
}

const begin = async (setup: WorkerSetup): Promise<Running> => {
  const onFailure = (code: ErrorCode, error: unknown): void => void tellFailure(code, error)
  const collector = await openCollector({ ...setup, now: Date.now, onFailure })
  const server = await listen(setup, collector)
  const tell = (): void => void say({ kind: 'took', ...collector.took() })
  const telling = setInterval(tell, TELL_MILLIS)
  await say({ kind: 'serves' })
  return { setup, collector, server, telling }
}

const drain = async ({ collector, server, telling }: Running): Promise<void> => {
  await drainServer(server, DRAIN_MILLIS)
  clearInterval(telling)
  await say({ kind: 'took', ...collector.took() })
  await collector.close()
  isDrained = true
  process.disconnect()
}

const reload = ({ setup: { tls }, server }: Running): void => {
  if (tls !== undefined && server instanceof SecureServer) server.setSecureContext(readTlsFiles(tls))
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
  const begun = await running
  switch (message.kind) {
    case 'refresh':
      await begun.collector.refresh()
      return say({ kind: 'refreshed', number: message.number })
    case 'spent':
      return begun.collector.owe(message.spent)
    case 'reload':
      return reload(begun)
    case 'confirm-clock':
      return begun.collector.confirmClock()
    case 'drain':
      return drain(begun)
    default:
      return message satisfies never
  }
}

process.on('message', (message: ToWorker) => {
  obey(message).catch((error: unknown) => void endAtOnce(async () => tellFault(error)))
})
endOnFault(async (error) => tellFailure('CANDOR_ENDED_BY_FAULT', error))
// Before the cluster's own listener, which would leave in an orderly way.
process.prependListener('disconnect', () => {
  if (!isDrained) process.kill(process.pid, 'SIGKILL')
})
// A terminal sends signals to all processes; the main one says when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
void say({ kind: 'ready' })
