import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Page } from 'playwright-core'

import { startBrowser, type Browser } from './browser.js'
import type { Bundle } from './bundle-page.js'
import type { Client } from './clients.js'
import { startCollector, type Collector } from './collector.js'
import { startPageServer } from './page-server.js'

/** One run's own collector, page, profile and browser. */
export interface Stage {
  readonly collector: Collector
  readonly browser: () => Browser
  /** Opens the client's page and lets it settle. */
  readonly open: () => Promise<Page>
  /** Kills the browser and starts another one with the same profile. */
  readonly restart: () => Promise<void>
}

/** What a client does at its start, such as asking for settings or hashing ids, is over by then. */
const SETTLE_MILLIS = 3000

/** Sets the stage, plays, and clears everything away. */
export const onStage = async <T>(
  { protocol }: Client,
  { script }: Bundle,
  play: (stage: Stage) => Promise<T>,
): Promise<T> => {
  const profile = mkdtempSync(join(tmpdir(), 'candor-peer-'))
  const collector = await startCollector(protocol)
  const server = await startPageServer(script)
  let browser = await startBrowser(profile)
  const abandon = (): void => {
    browser.kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  // Where the bench is interrupted, nothing stays behind.
  process.once('exit', abandon)
  try {
    return await play({
      collector,
      browser: () => browser,
      open: async () => {
        const page = await browser.openPage(`${server.url}/?collector=${encodeURIComponent(collector.url)}`)
        await wait(SETTLE_MILLIS)
        return page
      },
      restart: async () => {
        browser.kill()
        await browser.exited
        browser = await startBrowser(profile)
      },
    })
  } finally {
    browser.kill()
    await browser.exited
    await collector.close()
    server.close()
    process.off('exit', abandon)
    abandon()
  }
}
