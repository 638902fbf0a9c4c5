import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { DeviceStorage } from '../packages/client/src/core/storage.js'
import { startBrowserProcess } from './browser-process.js'
import { serveStoragePages } from './storage-pages.js'

declare global {
  interface Window {
    storage: DeviceStorage
    ready: Promise<void>
    failed: number
    heard: number
  }
}

/** A browser, and a server with pages that use its storage. */
export interface StorageWorld {
  /** The address of a page: /page, /frame or /empty. Each host has a database of its own. */
  readonly url: (host: string, path: string) => string
  readonly newTab: () => Promise<Page>
  /** A tab with the storage of the product. */
  readonly openTab: (host: string) => Promise<Page>
  /** Kills the browser, all of it at once, and starts another one on the same profile. */
  readonly killBrowser: () => Promise<void>
  /** What the database of a tab's host holds, as a page of its own reads it. */
  readonly onDisk: (tab: Page) => Promise<Readonly<Record<string, string>>>
  readonly close: () => Promise<void>
}

/** The entries of a tab, as it sees them. */
export const entriesOf = (tab: Page): Promise<Readonly<Record<string, string>>> =>
  tab.evaluate(() => {
    const { keys, get } = window.storage
    return Object.fromEntries(keys().map((key) => [key, get(key) ?? '']))
  })

/** The keys of a tab's entries, sorted. */
export const keysOf = async (tab: Page): Promise<readonly string[]> =>
  Object.keys(await entriesOf(tab)).toSorted()

/** Keeps entries in a tab, and waits until they are on the disk, or refused. */
export const setAll = (tab: Page, entries: Readonly<Record<string, string>>): Promise<void> =>
  tab.evaluate(async (all) => {
    for (const [key, value] of Object.entries(all)) window.storage.set(key, value)
    await window.storage.settled()
  }, entries)

const readDatabase = (): Promise<Record<string, string>> =>
  new Promise((resolve) => {
    const opening = indexedDB.open('candor.shop')
    opening.onsuccess = () => {
      const store = opening.result.transaction('entries').objectStore('entries')
      // Numbers are those of the writes.
      const texts = IDBKeyRange.lowerBound('')
      const names = store.getAllKeys(texts) as IDBRequest<string[]>
      const values = store.getAll(texts) as IDBRequest<string[]>
      values.onsuccess = () => {
        opening.result.close()
        resolve(Object.fromEntries(names.result.map((name, at) => [name, values.result[at] ?? ''])))
      }
    }
  })

/** Starts the browser on an empty profile. */
export const createStorageWorld = async (): Promise<StorageWorld> => {
  const profile = mkdtempSync(join(tmpdir(), 'candor-profile-'))
  const pages = await serveStoragePages()
  let running = await startBrowserProcess(profile)
  const url: StorageWorld['url'] = (host, path) => `http://${host}:${pages.port}${path}`
  const newTab: StorageWorld['newTab'] = async () => {
    const [context] = running.browser.contexts()
    if (!context) throw new Error('the browser has no context')
    return context.newPage()
  }
  return {
    url,
    newTab,
    openTab: async (host) => {
      const tab = await newTab()
      await tab.goto(url(host, '/page'))
      await tab.evaluate(() => window.ready)
      return tab
    },
    killBrowser: async () => {
      await running.kill()
      running = await startBrowserProcess(profile)
    },
    onDisk: async (tab) => {
      const reader = await newTab()
      await reader.goto(new URL('/empty', tab.url()).href)
      const entries = await reader.evaluate(readDatabase)
      await reader.close()
      return entries
    },
    close: async () => {
      await running.kill()
      await pages.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
