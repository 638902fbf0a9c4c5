import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { SecureContextOptions } from 'node:tls'

/** Takes a request. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => void

/** How a server takes connections. */
export interface HttpServerParts {
  /** undefined: plain HTTP. */
  readonly tls: SecureContextOptions | undefined
  /** One beyond so many is closed unanswered. Default: no bound. */
  readonly maxConnections?: number
  /** Told of each that was. */
  readonly onDrop: () => void
  /** How long requests may take, in milliseconds. Default: 10 seconds for the head, 30 for the whole of it. */
  readonly times?: Pick<ServerOptions, 'requestTimeout' | 'headersTimeout' | 'connectionsCheckingInterval'>
}

/** A request that is not complete after half a minute is given up, and its connection with it. */
const TIMES = { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 5000 }

/** A year; sent over TLS alone. */
const HSTS = 'max-age=31536000'

const withTls = (times: ServerOptions, tls: SecureContextOptions, handle: Handle): Server =>
  createSecureServer({ ...times, ...tls }, (request, response) => {
    response.setHeader('strict-transport-security', HSTS)
    handle(request, response)
  })

/** Makes the server of HTTP or HTTPS; one that is slow, or too many at once, cannot keep it from others. */
export const createHttpServer = (
  { tls, maxConnections, onDrop, times = TIMES }: HttpServerParts,
  handle: Handle,
): Server => {
  const server = tls === undefined ? createServer(times, handle) : withTls(times, tls, handle)
  if (maxConnections !== undefined) server.maxConnections = maxConnections
  return server.on('drop', onDrop)
}
