import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'

const HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Elements</title><link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem; background: light-dark(#eef1f7, #11151d); color: light-dark(#1a2130, #e7ebf2); }
</style></head>
<body><main><h1>Elements</h1><h2>Options</h2><candor-options></candor-options><h2>Diagnostic data</h2><candor-viewer></candor-viewer></main>
<script type="module" src="/page.js"></script></body></html>`

/** Where the page is; nothing else is asked for there than what is answered here. */
export const PAGE_ORIGIN = 'http://elements.test'

/** Bundles the page from the sources. */
export const bundlePage = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['candor-source', 'module', 'browser', 'import', 'default'] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: { input: fileURLToPath(new URL('page.ts', import.meta.url)) },
    },
  })
  const output = [built].flat().flatMap((part) => ('output' in part ? part.output : []))
  const code = output.find((part) => part.type === 'chunk')?.code
  if (code === undefined) throw new Error('the page was not bundled')
  return code
}

/** Answers the page's own requests in a browser's page. */
export const servePage = async (page: Page, code: string): Promise<void> => {
  await page.route(`${PAGE_ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript', body: code })
    return pathname === '/' ? route.fulfill({ contentType: 'text/html', body: HTML }) : route.abort()
  })
}
