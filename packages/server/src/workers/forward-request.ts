import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { answerProblem, problemOf } from '../http/problem.js'

/** Names the address of the connection's other end; what a client says under this name never arrives. */
export const PEER_HEADER = 'x-candor-peer'

/** Passes a request on to the process that listens at a socket, and its answer back. */
export const forwardRequest = (
  socketPath: string,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const { method, url } = request
  const headers = { ...request.headers, [PEER_HEADER]: request.socket.remoteAddress ?? '' }
  const passed = ask({ socketPath, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  passed.on('error', () => {
    if (response.headersSent) response.destroy()
    else answerProblem(response, problemOf('CANDOR_BUSY'))
  })
  response.on('close', () => passed.destroy())
  request.pipe(passed)
}
