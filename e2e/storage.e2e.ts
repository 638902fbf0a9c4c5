import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeviceStorage } from '../packages/client/src/core/storage.js'
import { INSECURE_HOST, startBrowserProcess, type BrowserProcess } from './browser-process.js'
import { serveStoragePages, type StoragePages } from './storage-pages.js'

declare global {
  interface Window {
    storage: DeviceStorage
    ready: Promise<void>
    failed: number
    heard: number
  }
}

let pages: StoragePages
let running: BrowserProcess
const profile = mkdtempSync(join(tmpdir(), 'candor-profile-'))

const newTab = async (): Promise<Page> => {
  const [context] = running.browser.contexts()
  if (!context) throw new Error('the browser has no context')
  return context.newPage()
}

/** A tab with the storage of the product; each test has a host of its own, and so a database of its own. */
const openTab = async (host: string): Promise<Page> => {
  const tab = await newTab()
  await tab.goto(`http://${host}:${pages.port}/page`)
  await tab.evaluate(() => window.ready)
  return tab
}

const adopt = (tab: Page) => tab.evaluate(async () => (await window.storage.adopt()).toSorted())
const ownKeys = (tab: Page) => tab.evaluate(() => window.storage.own.keys().toSorted())
const set = (tab: Page, entries: Readonly<Record<string, string>>) =>
  tab.evaluate(async (all) => {
    for (const [key, value] of Object.entries(all)) window.storage.own.set(key, value)
    await window.storage.settled()
  }, entries)

/** What the database holds, as a page of its own reads it. */
const onDiskOf = async (host: string) => {
  const tab = await newTab()
  await tab.goto(`http://${host}:${pages.port}/empty`)
  const entries = await tab.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve) => {
        const opening = indexedDB.open('candor.shop')
        opening.onsuccess = () => {
          const store = opening.result.transaction('entries').objectStore('entries')
          const names = store.getAllKeys()
          const values = store.getAll()
          values.onsuccess = () => {
            opening.result.close()
            resolve(Object.fromEntries(names.result.map((name, at) => [name, values.result[at]])))
          }
        }
      }),
  )
  await tab.close()
  return entries
}
const onDisk = (tab: Page) => onDiskOf(new URL(tab.url()).hostname)

beforeAll(async () => {
  pages = await serveStoragePages()
  running = await startBrowserProcess(profile)
})
afterAll(async () => {
  await running?.kill()
  await pages?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

describe('a page that ends', () => {
  test('a reload or a way elsewhere keeps everything, also what was written in the last turn', async () => {
    const tab = await openTab('reload.localhost')
    for (let round = 0; round < 6; round += 1) {
      await tab.evaluate((at) => {
        addEventListener('pagehide', () => window.storage.own.set(`hide${at}`, 'x'.repeat(50_000)))
        window.storage.own.set(`last${at}`, 'x')
        location.href = at % 2 ? '/empty' : '/page'
      }, round)
      await tab.waitForURL(round % 2 ? '**/empty' : '**/page')
      if (round % 2) await tab.goto(`http://reload.localhost:${pages.port}/page`)
      await tab.waitForFunction(() => window.storage)
      expect(await adopt(tab)).toHaveLength((round + 1) * 2)
    }
  })

  test('a closed tab keeps everything too', async () => {
    const [stays, ends] = [await openTab('close.localhost'), await openTab('close.localhost')]
    await set(ends, { first: '1', removed: '2' })
    await ends.evaluate(() => {
      addEventListener('pagehide', () => {
        window.storage.own.set('last', '3')
        window.storage.own.remove('removed')
      })
    })
    expect(await adopt(stays)).toEqual([])
    await ends.close({ runBeforeUnload: true })
    await expect.poll(() => adopt(stays)).toEqual(['first', 'last'])
    expect(await stays.evaluate(() => window.storage.own.get('last'))).toBe('3')
  })

  test('what two tabs adopt at once comes to one of them alone', async () => {
    const keys: string[] = []
    for (let at = 0; at < 5; at += 1) {
      const ends = await openTab('adopt.localhost')
      await set(ends, { [`a${at}`]: 'a', [`b${at}`]: 'b' })
      keys.push(`a${at}`, `b${at}`)
      await ends.close({ runBeforeUnload: true })
    }
    const tabs = [await openTab('adopt.localhost'), await openTab('adopt.localhost')]
    const came = (await Promise.all(tabs.map(adopt))).flat()
    for (const tab of tabs) came.push(...(await adopt(tab)))
    expect(came.toSorted()).toEqual(keys.toSorted())
    expect((await Promise.all(tabs.map(ownKeys))).flat().toSorted()).toEqual(keys.toSorted())
  })
})

describe('a page that comes back', () => {
  test('from the back/forward cache goes on with what nobody took, and writes nothing that another took', async () => {
    const tab = await openTab('back.localhost')
    const other = await openTab('back.localhost')
    for (const taken of [false, true]) {
      await set(tab, { one: '1', two: '2' })
      await tab.evaluate(() => {
        addEventListener('pagehide', () => window.storage.own.set('two', '3'), { once: true })
        addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }), { once: true })
        location.href = '/empty'
      })
      await tab.waitForURL('**/empty')
      if (taken) expect(await adopt(other)).toEqual(['one', 'three', 'two'])
      await tab.evaluate(() => history.back())
      await tab.waitForURL('**/page', { waitUntil: 'commit' })
      await expect
        .poll(() => tab.evaluate(() => Reflect.get(window, 'persisted')), `taken: ${taken}`)
        .toBe(true)
      await expect.poll(() => ownKeys(tab)).toEqual(taken ? [] : ['one', 'two'])
      await set(tab, { two: '4', three: '5', four: '6' })
      expect(await ownKeys(tab)).toEqual(taken ? ['four'] : ['four', 'one', 'three', 'two'])
      await tab.evaluate(() => window.storage.own.remove('four'))
    }
    const values = Object.entries(await onDisk(tab)).filter(([name]) => name.includes(':'))
    expect(values.map(([name, value]) => name.replace(/.*:/, '') + String(value)).toSorted()).toEqual([
      'one1',
      'three5',
      'two3',
    ])
  })

  test('without Web Locks a page is taken over after a day, and one that still lives goes on without what was taken', async () => {
    const lives = await openTab(INSECURE_HOST)
    const other = await openTab(INSECURE_HOST)
    expect(await lives.evaluate(() => Reflect.get(navigator, 'locks'))).toBeUndefined()
    await set(lives, { one: '1' })
    expect(await adopt(other)).toEqual([])
    await other.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 25 * 3_600_000
    })
    expect(await adopt(other)).toEqual(['one'])
    await expect.poll(() => ownKeys(lives)).toEqual([])
    await set(lives, { one: '2', two: '3' })
    expect(Object.keys(await onDisk(lives)).filter((name) => name.endsWith(':one'))).toHaveLength(1)
    expect(await ownKeys(lives)).toEqual(['two'])
  })
})

describe('what pages share', () => {
  test('is seen in the other tab within a second, and the last writer wins in both', async () => {
    const [one, two] = [await openTab('shared.localhost'), await openTab('shared.localhost')]
    await one.evaluate(() => window.storage.shared.set('device', 'a'))
    await two.waitForFunction(
      () => window.heard === 1 && window.storage.shared.get('device') === 'a',
      undefined,
      { timeout: 1000 },
    )
    const write = (tab: Page, who: string) =>
      tab.evaluate(async (name) => {
        for (let at = 0; at < 50; at += 1) {
          window.storage.shared.set('device', `${name}${at}`)
          if (at % 5 === 0) await window.storage.settled()
        }
        await window.storage.settled()
      }, who)
    await Promise.all([write(one, 'one'), write(two, 'two')])
    const kept = (await onDisk(one))['.device']
    expect(kept).toMatch(/^(one|two)49$/)
    for (const tab of [one, two])
      await tab.waitForFunction((value) => window.storage.shared.get('device') === value, kept, {
        timeout: 1000,
      })
    await two.evaluate(() => window.storage.shared.remove('device'))
    await one.waitForFunction(() => window.storage.shared.keys().length === 0, undefined, { timeout: 1000 })
  })

  test('comes once from what the release before kept, which is deleted', async () => {
    const tab = await newTab()
    await tab.goto(`http://old.localhost:${pages.port}/empty`)
    await tab.evaluate(() => {
      const kept = {
        device: 'id',
        salt: 's',
        'hash.u': 'h',
        'consent.u': '{}',
        'policy.x': '{}',
        'usage.waiting.1': '{}',
      }
      for (const [key, value] of Object.entries(kept)) localStorage.setItem(`candor.shop.${key}`, value)
      localStorage.setItem('theme', 'dark')
    })
    await tab.goto(`http://old.localhost:${pages.port}/page`)
    await tab.waitForFunction(() => window.storage && localStorage.length === 1)
    expect(await onDisk(tab)).toEqual({ '.device': 'id', '.salt': 's', '.hash.u': 'h', '.consent.u': '{}' })
    expect(await tab.evaluate(() => localStorage.getItem('theme'))).toBe('dark')
  })
})

describe('a browser that keeps nothing', () => {
  const INSTEAD: Readonly<Record<string, () => void>> = {
    'there is no database': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    'opening throws': () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError')
      }
    },
    'a later version was here': () => void indexedDB.open('candor.shop', 9),
    'the connection is broken': () => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('no', 'InvalidStateError')
      }
    },
  }
  test.each(Object.keys(INSTEAD))('%s: all goes on in memory, and is counted', async (name) => {
    const tab = await newTab()
    await tab.addInitScript(INSTEAD[name] ?? (() => {}))
    await tab.goto(`http://no.localhost:${pages.port}/page`)
    await tab.evaluate(() => window.ready)
    await set(tab, { one: '1' })
    expect(await adopt(tab)).toEqual([])
    expect(await tab.evaluate(() => window.storage.own.get('one'))).toBe('1')
    expect(await tab.evaluate(() => window.failed)).toBeGreaterThan(0)
    await tab.evaluate(() => window.storage.close())
  })

  test('a frame in a sandbox has a storage in memory', async () => {
    const tab = await newTab()
    await tab.goto(`http://sandbox.localhost:${pages.port}/frame`)
    await expect
      .poll(() =>
        tab.frames()[1]?.evaluate(async () => {
          await window.ready
          window.storage.shared.set('device', 'a')
          await window.storage.settled()
          return [window.storage.shared.get('device'), window.failed > 0]
        }),
      )
      .toEqual(['a', true])
  })

  test('an opening that never ends is waited for at most four seconds, and used once it does', async () => {
    const tab = await newTab()
    await tab.addInitScript(() => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function late(...parts) {
        const request = open.apply(this, parts)
        const opened = new Promise<Event>((resolve) =>
          request.addEventListener('success', resolve, { once: true }),
        )
        Object.defineProperty(request, 'onsuccess', {
          set: (hear) =>
            void opened.then((event) => Object.assign(window, { goOn: () => hear.call(request, event) })),
        })
        return request
      }
    })
    await tab.goto(`http://late.localhost:${pages.port}/page`)
    const millis = await tab.evaluate(async () => {
      await window.ready
      return performance.now()
    })
    expect(millis).toBeLessThan(5500)
    await set(tab, { one: '1' })
    await tab.evaluate(() => (Reflect.get(window, 'goOn') as () => void)())
    await expect.poll(async () => Object.values(await onDisk(tab))).toEqual(['1'])
  })

  test('where there is no room, what did not fit is written once there is', async () => {
    const tab = await openTab('quota.localhost')
    const origin = `http://quota.localhost:${pages.port}`
    const session = await tab.context().newCDPSession(tab)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 10_000 })
    await set(tab, { big: 'x'.repeat(500_000), small: '1' })
    expect(await tab.evaluate(() => window.failed)).toBeGreaterThan(0)
    expect(await ownKeys(tab)).toEqual(['big', 'small'])
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await tab.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 11_000
    })
    await set(tab, { next: '2' })
    await expect.poll(async () => Object.keys(await onDisk(tab)).length).toBe(3)
  })
})

test('a browser that is killed in the middle keeps what was written, and shares it with the next', async () => {
  for (let round = 1; round <= 3; round += 1) {
    const tab = await openTab('kill.localhost')
    const text = 'x'.repeat(round * 1000)
    await tab.evaluate(
      ([name, value]) => window.storage.shared.set(name ?? '', value ?? ''),
      [`s${round}`, text],
    )
    await set(tab, { [`k${round}`]: text })
    await running.kill()
    running = await startBrowserProcess(profile)
    const next = await openTab('kill.localhost')
    expect(await adopt(next)).toHaveLength(round)
    expect(await next.evaluate((at) => window.storage.shared.get(`s${at}`), round)).toBe(text)
  }
})
