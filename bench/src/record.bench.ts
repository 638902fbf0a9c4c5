import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { candorPractices } from '@candor/client/vite'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { countMessages, makeVisible } from './count-messages.js'
import { startServer } from './server-process.js'

const CALLS = 1_000_000
const ROUNDS = 5

const bundle = async (): Promise<string> => {
  const input = fileURLToPath(new URL('../src/record-page.ts', import.meta.url))
  const built = await build({
    logLevel: 'error',
    configFile: false,
    plugins: [candorPractices()],
    build: { write: false, target: 'es2023', rolldownOptions: { input } },
  })
  if (!('output' in built)) throw new Error('the page was not built')
  return built.output[0].code
}

const startPage = async (script: string) => {
  const page = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><script type="module">${script}</script>`)
  })
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(page.address() as AddressInfo).port}`, close: () => page.close() }
}

const PATIENCE_MILLIS = 10_000

const waitForMessages = async (url: string, expected: number): Promise<number> => {
  const until = performance.now() + PATIENCE_MILLIS
  let arrived = 0
  while (arrived < expected && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    arrived = await countMessages(url)
  }
  if (arrived !== expected) throw new Error(`${arrived} of ${expected} arrived`)
  return arrived
}

const executablePath =
  [process.env['CANDOR_CHROMIUM'] ?? '', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? ''
const page = await startPage(await bundle())
const server = await startServer('candor')
await makeVisible(server.url)
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const tab = await browser.newPage()
await tab.goto(`${page.url}/?endpoint=${encodeURIComponent(server.url)}`)
await tab.waitForFunction(() => 'benchPage' in window)

const median = async (measure: (calls: number) => Promise<number>): Promise<string> => {
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(CALLS))
  return (rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0).toFixed(3)
}

console.table({
  'candor.usage.IMSent.add()': {
    'us a call, median': await median((calls) =>
      tab.evaluate((n) => window.benchPage.candorMicros(n), calls),
    ),
    goal: '0.3',
  },
  'array push of an object': {
    'us a call, median': await median((calls) =>
      tab.evaluate((n) => window.benchPage.arrayPushMicros(n), calls),
    ),
    goal: '',
  },
})

// A count that does not arrive costs nothing: the figure above stands only if every one did.
await tab.evaluate(() => window.benchPage.flush())
const arrived = await waitForMessages(server.url, CALLS * ROUNDS)
console.log(`${arrived} of ${CALLS * ROUNDS} recorded messages are in the store`)
await browser.close()
await server.stop()
page.close()
