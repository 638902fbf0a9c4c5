import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The least that a durable acknowledgement does: bodies are appended to a file, and a group of them is flushed before its answers. */
interface Waiting {
  readonly body: Buffer
  readonly response: ServerResponse
}

const folder = mkdtempSync(join(tmpdir(), 'candor-durable-'))
const file = await open(join(folder, 'bodies'), 'w')
let waiting: Waiting[] = []
let isFlushing = false

const flushAll = async (): Promise<void> => {
  isFlushing = true
  while (waiting.length > 0) {
    const group = waiting
    waiting = []
    await file.writev(group.map(({ body }) => body))
    await file.datasync()
    for (const { response } of group) response.writeHead(204).end()
  }
  isFlushing = false
}

const take = (request: IncomingMessage, response: ServerResponse): void => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    waiting.push({ body: Buffer.concat(parts), response })
    if (!isFlushing) void flushAll()
  })
}

const server = createServer(take)
server.listen(0, '127.0.0.1', () =>
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
)
process.on('message', () => {
  server.closeAllConnections()
  server.close(() => {
    rmSync(folder, { recursive: true })
    process.disconnect()
  })
})
