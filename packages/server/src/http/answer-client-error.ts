import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ErrorCode } from '@candor/practices'
import { problemHeaders, problemOf } from './problem.js'

const CODE_BY_CAUSE: Readonly<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'CANDOR_REQUEST_TOO_SLOW',
  HPE_HEADER_OVERFLOW: 'CANDOR_HEADERS_TOO_LARGE',
}

/** Answers what came over a connection and is no request, with its code, and ends the connection. Nothing of it is logged. */
export const answerClientError = ({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void => {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = problemOf(CODE_BY_CAUSE[code] ?? 'CANDOR_REQUEST_MALFORMED')
  const body = JSON.stringify(problem)
  const headers = {
    ...problemHeaders(problem),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const status = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n`
  socket.end(`${status}${head.join('')}\r\n${body}`)
}
