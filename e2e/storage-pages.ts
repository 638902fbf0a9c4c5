import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

const CLIENT = fileURLToPath(new URL('../packages/client/', import.meta.url))

/** Opens the storage as `storage`, counts what failed in `failed`, and says `ready`. */
const PAGE = `<!doctype html><link rel="icon" href="data:,"><script type="module">
  import { openBrowserStorage } from '/storage.js'
  window.failed = 0
  window.heard = 0
  window.open = () => openBrowserStorage('shop', () => { window.failed += 1 })
  window.ready = window.open().then((storage) => {
    window.storage = storage
    storage.onChange(() => { window.heard += 1 })
  })
</script>`
const FRAME = `<!doctype html><iframe sandbox="allow-scripts" src="/page"></iframe>`

/** A server with pages that use the browser's storage, and nothing else. */
export interface StoragePages {
  readonly port: number
  readonly close: () => Promise<void>
}

/** The storage as a page loads it, minified. */
const buildStorage = async (): Promise<string> => {
  const output = (await build({
    root: CLIENT,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['candor-source', 'module', 'browser', 'import', 'default'] },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: {
        input: 'src/browser/open-browser-storage.ts',
        preserveEntrySignatures: 'strict',
        output: { minify: true },
      },
    },
  })) as Rolldown.RolldownOutput
  return output.output[0].code
}

/** Serves `/page`, which has a storage, `/frame`, which holds it in a sandbox, and `/empty`. */
export const serveStoragePages = async (): Promise<StoragePages> => {
  const code = await buildStorage()
  const bodies: Readonly<Record<string, string>> = { '/page': PAGE, '/frame': FRAME, '/storage.js': code }
  const server = createServer(({ url = '' }, response) => {
    response
      .setHeader('access-control-allow-origin', '*')
      .setHeader('content-type', url.endsWith('.js') ? 'text/javascript' : 'text/html')
      .end(bodies[url] ?? '<!doctype html>')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
