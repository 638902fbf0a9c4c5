import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShopCandor } from '@candor/shop/app'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startBrowser } from './browser.js'
import { startDocsService, type DocsService } from './docs-service.js'
import { writeExamples } from '../scripts/lib/docs-examples.mjs'

declare global {
  interface Window {
    shop: ShopCandor
  }
}

const APP = `
import { openApp } from '@candor/shop/app'
window.shop = openApp({ endpoint: location.origin, key: 'demo' })
`

let folder = ''
let service: DocsService

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-shop-app-'))
  writeExamples(folder, [{ name: 'app.ts', text: APP }])
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['candor-source'] },
    build: { rolldownOptions: { input: join(folder, 'app.ts'), output: { entryFileNames: 'app.js' } } },
  })
  writeFileSync(join(folder, 'dist/page.html'), '<script type="module" src="app.js"></script>')
  service = await startDocsService('shop')
  service.serve(join(folder, 'dist'))
})

afterAll(async () => {
  await service?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the shop’s page collects its visit by itself, and how fast it started once the shopper agrees', async () => {
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ locale: 'es-ES' })
    await page.goto(`${service.endpoint}/page.html`)
    // The language is read when the page is idle.
    await page.waitForFunction(() => window.shop?.waiting().some(({ body }) => body.includes('"Language"')))
    await page.evaluate(() => window.shop.flush())
    await vi.waitFor(() => expect(service.total('census', 'Visits')).toBe(1))
    expect(service.reports('census')[0]).toMatchObject({ Storefront: 'Web shop', Language: 'es-ES' })
    expect(service.reports('usage')).toEqual([])
    await page.evaluate(async () => {
      window.shop.setUser('ana@shop.example')
      window.shop.consent.set('granted')
      await window.shop.close()
    })
    await page.reload()
    await page.evaluate(async () => {
      await window.shop.ready
      window.shop.setUser('ana@shop.example')
      await window.shop.flush()
    })
    await vi.waitFor(() => expect(service.total('usage', 'StartUp')).toBe(1))
    expect(service.faults).toEqual([])
  } finally {
    await browser.close()
  }
})
