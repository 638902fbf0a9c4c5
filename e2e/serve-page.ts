import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** A page of a test, at an origin of its own. */
export interface ServedPage {
  readonly url: string
  close(): Promise<void>
}

const bundle = async (entry: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['candor-source'] },
    build: {
      write: false,
      lib: { entry, formats: ['es'], fileName: 'page' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error(`${entry} made no bundle`)
  return chunk.code
}

/** Bundles a page of e2e/pages and serves it on a free port, with a cookie that no request to the service may carry. */
export const servePage = async (name: string): Promise<ServedPage> => {
  const code = await bundle(fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url)))
  const html = `<!doctype html><title>page</title><script type="module">${code.replaceAll('</script', '<\\/script')}</script>`
  const server = createServer((_request, response) => {
    response.setHeader('set-cookie', 'session=secret; Path=/')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(html)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
