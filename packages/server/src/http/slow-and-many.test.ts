import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { answerClientError } from './answer-client-error.js'
import { createHttpServer, type HttpServerParts } from './create-http-server.js'

const TIMES = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 }

let stop = async (): Promise<void> => undefined
afterEach(async () => stop())

const start = async (parts: Partial<HttpServerParts> = {}) => {
  const dropped: string[] = []
  const onDrop = (): void => void dropped.push('dropped')
  const server = createHttpServer({ tls: undefined, onDrop, times: TIMES, ...parts }, (request, response) => {
    request.resume()
    request.on('end', () => response.end('whole'))
  })
  server.on('clientError', answerClientError)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sockets: Socket[] = []
  stop = async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  const open = async (): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8')
    sockets.push(socket)
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    return socket
  }
  return { open, dropped }
}

/** What came over a connection until its end. */
const untilClosed = async (socket: Socket): Promise<string> => {
  let text = ''
  socket.on('data', (part: string) => (text += part))
  if (!socket.closed) await once(socket, 'close')
  return text
}

const codeIn = (answer: string): unknown => {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toContain('content-type: application/problem+json')
  return (JSON.parse(body) as { readonly code: unknown }).code
}

test.each([
  ['that is never finished', 'GET / HTTP/1.1\r\nhost: a\r\nx-slow: '],
  ['whose body never comes', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nab'],
])('a request %s is given up, and others are answered meanwhile', async (_what, text) => {
  const { open } = await start()
  const slow = await open()
  slow.write(text)
  const given = untilClosed(slow)
  const other = await open()
  other.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')
  expect(await untilClosed(other)).toContain('whole')
  const answer = await given
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(codeIn(answer)).toBe('CANDOR_REQUEST_TOO_SLOW')
})

test('a connection beyond the most there may be is closed, told of, and there is room again once one ends', async () => {
  const { open, dropped } = await start({ maxConnections: 1 })
  const first = await open()
  first.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
  await once(first, 'data')
  expect(await untilClosed(await open())).toBe('')
  expect(dropped).toEqual(['dropped'])
  first.end()
  await once(first, 'close')
  const last = await open()
  last.write('GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')
  expect(await untilClosed(last)).toContain('whole')
})

test.each([
  [
    'an address that is too long',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
    'CANDOR_HEADERS_TOO_LARGE',
  ],
  ['a method that HTTP does not have', 'FETCH / HTTP/1.1\r\nhost: a\r\n\r\n', 'CANDOR_REQUEST_MALFORMED'],
  ['no HTTP at all', 'marked@contoso.com\r\n\r\n', 'CANDOR_REQUEST_MALFORMED'],
])('%s is answered with its code, and the connection ends', async (_what, text, code) => {
  const { open } = await start()
  const socket = await open()
  socket.write(text)
  const answer = await untilClosed(socket)
  expect(codeIn(answer)).toBe(code)
  expect(answer).not.toContain('marked')
})
