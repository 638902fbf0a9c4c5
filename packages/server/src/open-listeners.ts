import type { SecureContextOptions } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { createApp, type AppParts, type FirstHandler } from './http/app.js'
import { addIdentification, type Identification } from './http/identification.js'
import { listen, type Listener } from './http/listen.js'
import type { ClientAddress } from './http/client-address.js'
import { createPeerOf, createRequestAddress } from './http/request-address.js'
import { addOperationRoutes, type MetricsAccess, type OperationParts } from './http/operation-routes.js'
import { addRoutes, type RouteParts } from './http/routes.js'
import type { Operation } from './operation/open-operation.js'
import type { SettledOptions } from './options.js'
import type { People } from './people/open-people.js'
import type { Replay } from './quarantine/replay.js'
import { listenBehindWorkers } from './workers/listen-behind-workers.js'
import type { Workers } from './workers/start-workers.js'

/** Closes something that was opened. */
export type Close = () => Promise<void>

/** The collector processes, once there are some. */
export interface Beside {
  workers?: Workers
  /** Admits what published practices know, once admission is open. */
  replay?: Replay
}

/** What is answered from. */
export interface ListenedParts extends Omit<
  RouteParts,
  keyof OperationParts | 'addressOf' | Exclude<keyof SettledOptions, 'products'>
> {
  readonly ingest: FirstHandler
  readonly operation: Operation
  readonly people: People
  readonly clientAddress: ClientAddress
  /** The time that is believed: milliseconds since 1970. */
  readonly trustedNow: () => number
  /** Asks the control plane something; rejects where it is away. */
  readonly probe: () => Promise<unknown>
  /** Told the address of the service once it listens. */
  readonly reached: { url?: string }
}

/** How it is listened. */
export interface ListenersOptions {
  readonly options: SettledOptions
  readonly tls: SecureContextOptions | undefined
  readonly opened: Close[]
  readonly beside: Beside
}

/** Collector processes end TLS, and bound the connections. */
const doorOf = ({
  options: { workers, maxConnections },
  tls,
}: ListenersOptions): Pick<AppParts, 'tls' | 'maxConnections'> =>
  workers === 0 ? { tls, maxConnections } : { tls: undefined }

const metricsAccessOf = (options: SettledOptions, { requireOperator }: Identification): MetricsAccess =>
  options.metricsListen === undefined
    ? { kind: 'operators', front: options.front, peerOf: createPeerOf(options.workers), requireOperator }
    : { kind: 'nobody' }

/** Finds out who asks, before anything is answered. */
const identificationOf = (
  app: FastifyInstance,
  { people: { identify }, probe }: ListenedParts,
  { insights, publicUrl }: SettledOptions,
): Identification => {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
  return addIdentification(app, { identify, insights, publicOrigin, probe })
}

const openDoor = async (
  app: FastifyInstance,
  { trustedNow }: ListenedParts,
  { options, beside }: ListenersOptions,
): Promise<Listener> => {
  const { host, port, workers } = options
  if (workers === 0) return listen(app, { host, port }, options)
  const listener = await listenBehindWorkers(app, trustedNow, options)
  beside.workers = listener.workers
  return listener
}

/** Opens the addresses that the service answers at: its own, and that of the metrics where it has one. */
export const openListeners = async (parts: ListenedParts, how: ListenersOptions) => {
  const { options, opened } = how
  const { onFailure, log, metricsListen, drainMillis } = options
  const { operation, ingest } = parts
  const shared = { onFailure, log, requests: operation.requests }
  const app = createApp({ ...shared, first: ingest, ...doorOf(how) })
  const identification = identificationOf(app, parts, options)
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => void routes.push(`${[method].flat().join()} ${url}`))
  const metricsAccess = metricsAccessOf(options, identification)
  const addressOf = createRequestAddress(createPeerOf(options.workers), parts.clientAddress)
  await addRoutes(app, { ...options, ...parts, ...operation, metricsAccess, addressOf }, identification)
  if (metricsListen !== undefined) {
    const metrics = createApp({ ...shared, first: () => false, tls: undefined })
    addOperationRoutes(metrics, { ...operation, metricsAccess: { kind: 'everybody' } })
    // What has an address of its own for programs of operation alone is meant to be reached without TLS.
    const { close, url } = await listen(metrics, metricsListen, { log, drainMillis, front: 'proxy' })
    opened.push(close)
    log.info({ message: 'The metrics have an address of their own', facts: { url } })
  }
  opened.push(() => app.close())
  const listener = await openDoor(app, parts, how)
  opened.push(listener.close)
  parts.reached.url = listener.url
  return { ...listener, routes }
}
