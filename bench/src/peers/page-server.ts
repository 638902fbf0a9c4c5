import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Serves a client's page, on another port than the collector. */
export interface PageServer {
  readonly url: string
  readonly close: () => void
}

/** The two headers of isolation give the page a clock of 5 instead of 100 microseconds. */
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'credentialless',
} as const

/** Serves a script in an otherwise empty page. */
export const startPageServer = async (script: string): Promise<PageServer> => {
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.writeHead(200, {
      ...HEADERS,
      'content-type': `text/${isScript ? 'javascript' : 'html'}; charset=utf-8`,
    })
    response.end(
      isScript ? script : '<!doctype html><title>peer</title><script type="module" src="/page.js"></script>',
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
