import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SecureContextOptions } from 'node:tls'
import { pickLanguage, type ErrorCode } from '@candor/practices'
import type { PartFault } from '../health/part-faults.js'
import { createHttpServer } from './create-http-server.js'
import { listenFault } from './listen-fault.js'
import { answerProblem, problemOf } from './problem.js'

/** Where it is answered meanwhile, and what is waited for. */
export interface Waiting {
  readonly host: string
  readonly port: number
  readonly tls: SecureContextOptions | undefined
  readonly maxConnections: number
  readonly part: PartFault['part']
  readonly code: ErrorCode
}

const RETRY_AFTER_SECONDS = 5
const UNREADY = 503

const sendJson = (response: ServerResponse, status: number, body: object): void => {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === UNREADY && { 'retry-after': String(RETRY_AFTER_SECONDS) }),
  }
  response.writeHead(status, headers).end(JSON.stringify(body))
}

/**
 * Answers at the address of a service that cannot start yet: it is alive and not ready, and everything else is refused
 * with 503 and Retry-After, so that devices keep what they have. Answers what ends that.
 */
export const answerWhileWaiting = async (waiting: Waiting): Promise<() => Promise<void>> => {
  const { host, port, part, code } = waiting
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const [path] = (request.url ?? '/').split('?', 1)
    if (path === '/healthz') return sendJson(response, 200, { status: 'alive' })
    if (path === '/readyz') return sendJson(response, UNREADY, { status: 'unready', parts: [{ part, code }] })
    const language = pickLanguage(request.headers['accept-language'])
    answerProblem(response, problemOf(code, {}, language), RETRY_AFTER_SECONDS)
  }
  const server = createHttpServer({ ...waiting, onDrop: () => undefined }, answer)
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    throw listenFault(error, { host, port })
  }
  return async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
}
