import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { fillFolder, grownFleet } from './grown-folder.js'

const { values } = parseArgs({
  options: {
    /** Devices; each has a report a day for 28 days. The default makes 10 million reports. */
    devices: { type: 'string', default: '360000' },
    /** A data folder that was filled before; it is used as it is, and left. */
    folder: { type: 'string' },
  },
})

const LOADS = 20
/** The first looks wait for counts that are kept from then on. */
const PATIENCE_MILLIS = 180_000

/** Those of what the fleet reports: census. */
const PAGES = [
  '/insights',
  '/insights/census',
  '/insights/census?period=month&periods=2',
  '/insights/census?period=week&by=OSVersion&where=OSName%3AWindows&compare=previous',
]

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'candor-pages-'))
if (values.folder === undefined) await fillFolder(folder, grownFleet(Number(values.devices)))

/** The whole program, since the pages belong to it; it shows insights to everybody, as a demonstration does. */
const startCandor = async () => {
  const program = fileURLToPath(new URL('../../packages/cli/dist/bin.js', import.meta.url))
  const env = { ...process.env, PORT: '0', CANDOR_DATA: folder, CANDOR_FLEET: '0' }
  const child = spawn(process.execPath, [program, 'demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Candor serves at (http:\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { child, url }
  }
  throw new Error('candor ended before it served')
}

const settled = (page: Page) =>
  page.waitForFunction(
    () => {
      const charts = [...document.querySelectorAll('[role="slider"]')]
      const isWaiting = document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') !== null
      const hasFigures = document.querySelector('main h2') !== null
      return hasFigures && !isWaiting && charts.every((chart) => chart.querySelector('svg path') !== null)
    },
    undefined,
    { timeout: PATIENCE_MILLIS },
  )

const executablePath =
  [process.env['CANDOR_CHROMIUM'] ?? '', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? ''
const { child, url } = await startCandor()
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

const show = async (page: Page, path: string): Promise<number> => {
  const since = performance.now()
  await page.goto(url + path)
  await settled(page)
  return performance.now() - since
}

/** Milliseconds from the address to everything that belongs to the page: in a browser that has nothing of it yet, and once more in the same one. */
const load = async (path: string): Promise<{ readonly empty: number; readonly known: number }> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const empty = await show(page, path)
  await page.goto('about:blank')
  const known = await show(page, path)
  await context.close()
  return { empty, known }
}

const at = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? 0)

try {
  const rows: Record<string, object> = {}
  for (const path of PAGES) await load(path)
  for (const path of PAGES) {
    const times: { readonly empty: number; readonly known: number }[] = []
    for (let loads = 0; loads < LOADS; loads += 1) times.push(await load(path))
    const empty = times.map((each) => each.empty).toSorted((a, b) => a - b)
    const known = times.map((each) => each.known).toSorted((a, b) => a - b)
    rows[path] = {
      'empty cache p50': at(empty, 0.5),
      'empty cache p95': at(empty, 0.95),
      'seen before p50': at(known, 0.5),
      'seen before p95': at(known, 0.95),
    }
  }
  console.log(`\npages complete in a browser, ${LOADS} loads each, ms (goal: p95 under 1 000)`)
  console.table(rows)
} finally {
  await browser.close()
  child.kill('SIGTERM')
  await once(child, 'exit')
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
