import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { startTestService, type TestService } from '../packages/client/src/testing/test-service.js'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

const PAGE = `<!doctype html><html lang="en"><title>Contoso Desk</title><link rel="icon" href="data:,">
  <h1 style="font-size: 80px">Contoso Desk</h1><button>Join</button>
  <script type="module" src="/page.js"></script></html>`

/** A page that is collected from, and the service that it sends to, at one origin. */
export interface CollectPages {
  readonly url: string
  readonly service: TestService
  readonly close: () => Promise<void>
}

/** The page's script and what it loads later, by path. */
const buildPage = async (): Promise<Readonly<Record<string, string>>> => {
  const { output } = (await build({
    root: FOLDER,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['candor-source', 'module', 'browser', 'import', 'default'] },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: 'collect-page.ts',
        output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return Object.fromEntries(
    output.flatMap((chunk) => (chunk.type === 'chunk' ? [[`/${chunk.fileName}`, chunk.code] as const] : [])),
  )
}

/** Hands a request on to the service, so that the page needs no other origin. */
const passOn = async (
  request: IncomingMessage,
  response: ServerResponse,
  { endpoint }: TestService,
): Promise<void> => {
  const { method = 'GET', url = '' } = request
  const body = method === 'GET' ? null : await textOf(request)
  const answer = await fetch(endpoint + url, { method, body })
  response.writeHead(answer.status).end(await answer.text())
}

/** Serves the page at every path that is not the service's. */
export const serveCollectPages = async (): Promise<CollectPages> => {
  const scripts = await buildPage()
  const service = await startTestService()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const script = scripts[path]
    if (path.startsWith('/v1/')) void passOn(request, response, service)
    else if (script === undefined) response.setHeader('content-type', 'text/html').end(PAGE)
    else response.setHeader('content-type', 'text/javascript').end(script)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    service,
    close: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
      await service.close()
    },
  }
}
