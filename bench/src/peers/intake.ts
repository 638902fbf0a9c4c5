import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

import type { ArrivedRequest, Protocol } from './received.js'
import { createTally, type Tally } from './tally.js'

/** What is done with the requests of a client. */
export interface Intake {
  /** What was answered with 200. */
  readonly taken: Tally
  /** What was sent after `countLeaks`, however it was answered. */
  readonly leaked: Tally
  /** Whether what is sent is taken; else it is answered with 503. */
  readonly setTaking: (taking: 'taking' | 'refusing') => void
  /** From now on the policy says no, where a client asks for one. */
  readonly announceNo: () => void
  /** From now on what is sent is a leak. */
  readonly countLeaks: () => void
  /** Bytes of the bodies so far. */
  readonly bodyBytes: () => number
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

const isGzip = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b

const toArrived = (request: IncomingMessage, body: Buffer): ArrivedRequest => ({
  method: request.method ?? '',
  url: new URL(request.url ?? '/', 'http://collector'),
  text: (isGzip(body) ? gunzipSync(body) : body).toString(),
})

/** Any page may send, with any header. */
const allowOrigin = (request: IncomingMessage, response: ServerResponse): void => {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-allow-methods', 'GET, POST')
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '')
  response.setHeader('access-control-max-age', '600')
}

/** Makes the intake of a client's protocol; it begins well and with nothing. */
export const createIntake = (protocol: Protocol): Intake => {
  const taken = createTally()
  const leaked = createTally()
  let bodyBytes = 0
  let isTaking = true
  let isForbidden = false
  let isLeaking = false

  /** The status and the body of the answer. */
  const take = async (request: IncomingMessage): Promise<readonly [number, string]> => {
    const isLeak = isLeaking
    const body = await buffer(request)
    bodyBytes += body.length
    const arrived = toArrived(request, body)
    const isSent = request.method === 'POST'
    const received = isSent ? protocol.read(arrived) : []
    if (isLeak) leaked.add(received)
    if (isSent && !isTaking) return [503, '']
    taken.add(received)
    return [200, protocol.answer?.(arrived, { isForbidden }) ?? '{}']
  }
  return {
    taken,
    leaked,
    setTaking: (taking) => {
      isTaking = taking === 'taking'
    },
    announceNo: () => {
      isForbidden = true
    },
    countLeaks: () => {
      isLeaking = true
    },
    bodyBytes: () => bodyBytes,
    handle: async (request, response) => {
      allowOrigin(request, response)
      const [status, text] = request.method === 'OPTIONS' ? [204, ''] : await take(request)
      response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    },
  }
}
