import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INSECURE_HOST } from './browser-process.js'
import { createStorageWorld, entriesOf, keysOf, setAll, type StorageWorld } from './storage-world.js'

let world: StorageWorld

beforeAll(async () => {
  world = await createStorageWorld()
})
afterAll(() => world?.close())

/** Adds to a number, as a lane adds to what grows. */
const addTo = (tab: Page, key: string, times: number): Promise<void> =>
  tab.evaluate(
    async ({ name, rounds }) => {
      const { change, get, set, settled } = window.storage
      for (let at = 0; at < rounds; at += 1) {
        change(() => set(name, String(Number(get(name) ?? 0) + 1)))
        if (at % 3 === 0) await settled()
        else await Promise.resolve()
      }
      await settled()
    },
    { name: key, rounds: times },
  )

describe('a page that ends', () => {
  test('a reload or a way elsewhere keeps everything, also what was written in the last turn', async () => {
    const tab = await world.openTab('reload.localhost')
    for (let round = 0; round < 4; round += 1) {
      await tab.evaluate((at) => {
        addEventListener('pagehide', () => window.storage.set(`hide${at}`, 'x'.repeat(50_000)))
        window.storage.set(`last${at}`, 'x')
        location.href = at % 2 ? '/empty' : '/page'
      }, round)
      await tab.waitForURL(round % 2 ? '**/empty' : '**/page')
      if (round % 2) await tab.goto(world.url('reload.localhost', '/page'))
      await tab.waitForFunction(() => window.storage)
      expect(await keysOf(tab)).toHaveLength((round + 1) * 2)
    }
  })

  test('a closed tab keeps everything too, for every other tab', async () => {
    const [stays, ends] = [await world.openTab('close.localhost'), await world.openTab('close.localhost')]
    await setAll(ends, { first: '1', removed: '2' })
    await ends.evaluate(() => {
      addEventListener('pagehide', () => {
        window.storage.set('last', '3')
        window.storage.remove('removed')
      })
    })
    await ends.close({ runBeforeUnload: true })
    await expect
      .poll(async () => Object.keys(await world.onDisk(stays)).toSorted())
      .toEqual(['first', 'last'])
    // A page that is gone tells nobody: the others see it with their next write.
    await setAll(stays, { next: '4' })
    expect(await entriesOf(stays)).toEqual({ first: '1', last: '3', next: '4' })
  })
})

describe('a page that comes back', () => {
  test('from the back/forward cache sees what others changed meanwhile, and goes on', async () => {
    const tab = await world.openTab('back.localhost')
    const other = await world.openTab('back.localhost')
    await setAll(tab, { one: '1', two: '2' })
    await tab.evaluate(() => {
      addEventListener('pagehide', () => window.storage.set('two', '3'), { once: true })
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }), { once: true })
      location.href = '/empty'
    })
    await tab.waitForURL('**/empty')
    await setAll(other, { three: '4' })
    await other.evaluate(async () => {
      window.storage.remove('one')
      await window.storage.settled()
    })
    await tab.evaluate(() => history.back())
    await tab.waitForURL('**/page', { waitUntil: 'commit' })
    await expect.poll(() => tab.evaluate(() => Boolean(Reflect.get(window, 'persisted')))).toBe(true)
    await expect.poll(() => entriesOf(tab)).toEqual({ two: '3', three: '4' })
    await addTo(tab, 'two', 2)
    expect(await world.onDisk(tab)).toEqual({ two: '5', three: '4' })
  })
})

describe('what pages share', () => {
  test('is seen in the other tab by itself, and the last writer wins in both', async () => {
    const [one, two] = [await world.openTab('shared.localhost'), await world.openTab('shared.localhost')]
    await one.evaluate(() => window.storage.set('device', 'a'))
    await two.waitForFunction(() => window.heard > 0 && window.storage.get('device') === 'a', undefined, {
      timeout: 1000,
    })
    const write = (tab: Page, who: string) =>
      tab.evaluate(async (name) => {
        for (let at = 0; at < 50; at += 1) {
          window.storage.set('device', `${name}${at}`)
          if (at % 5 === 0) await window.storage.settled()
        }
        await window.storage.settled()
      }, who)
    await Promise.all([write(one, 'one'), write(two, 'two')])
    const kept = (await world.onDisk(one))['device']
    expect(kept).toMatch(/^(one|two)49$/)
    for (const tab of [one, two])
      await tab.waitForFunction((value) => window.storage.get('device') === value, kept, { timeout: 10_000 })
    await two.evaluate(() => window.storage.remove('device'))
    await one.waitForFunction(() => window.storage.keys().length === 0, undefined, { timeout: 1000 })
  })

  test('is heard in the other tab within a second, each time, by the clock that both have', async () => {
    const [one, two] = [await world.openTab('heard.localhost'), await world.openTab('heard.localhost')]
    const delaysMillis: number[] = []
    for (let round = 0; round < 20; round += 1) {
      const value = String(round)
      const heard = two.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              if (window.storage.get('choice') !== wanted) return
              stop()
              resolve(Date.now())
            }
            const stop = window.storage.onChange(look)
            look()
          }),
        value,
      )
      const setMillis = await one.evaluate((wanted) => {
        window.storage.set('choice', wanted)
        return Date.now()
      }, value)
      delaysMillis.push((await heard) - setMillis)
    }
    expect(Math.max(...delaysMillis)).toBeLessThan(1000)
  })

  test.each(['hears of it', 'hears nothing'])(
    'three tabs that add to one number at once lose nothing and add nothing twice, also where one %s',
    async (hears) => {
      const host = `${hears.length}.localhost`
      const last = await world.newTab()
      if (hears === 'hears nothing')
        await last.addInitScript(() =>
          Object.defineProperty(window, 'BroadcastChannel', { value: undefined }),
        )
      await last.goto(world.url(host, '/page'))
      await last.evaluate(() => window.ready)
      const tabs = [await world.openTab(host), await world.openTab(host), last]
      await Promise.all(tabs.map((tab) => addTo(tab, 'sum', 100)))
      expect(await world.onDisk(last)).toEqual({ sum: '300' })
      await Promise.all(tabs.map((tab) => addTo(tab, 'sum', 1)))
      expect(await world.onDisk(last)).toEqual({ sum: '303' })
    },
  )

  test('a lock is one tab’s alone, and free again when that tab ends', async () => {
    const [holds, other] = [await world.openTab('lock.localhost'), await world.openTab('lock.localhost')]
    await holds.evaluate(
      () =>
        new Promise<void>((resolve) => {
          void window.storage.lock(
            'a',
            () => {
              resolve()
              return new Promise(() => {})
            },
            'wait',
          )
        }),
    )
    await setAll(holds, { mark: '1' })
    const tryLock = () =>
      other.evaluate(async () => {
        let seen = 'held'
        await window.storage.lock(
          'a',
          async () => {
            seen = window.storage.keys().join()
          },
          'if-free',
        )
        return seen
      })
    expect(await tryLock()).toBe('held')
    await holds.evaluate(() => addEventListener('pagehide', () => window.storage.remove('mark')))
    await holds.close({ runBeforeUnload: true })
    await expect.poll(tryLock).toBe('')
  })

  test('without Web Locks whoever waits goes on at once, and nothing counts as free', async () => {
    const tab = await world.openTab(`locks.${INSECURE_HOST}`)
    const ran = await tab.evaluate(async () => {
      const all: string[] = []
      for (const mode of ['wait', 'if-free'] as const)
        await window.storage.lock('a', async () => void all.push(mode), mode)
      return all
    })
    expect(ran).toEqual(['wait'])
  })
})

test('a browser that is killed in the middle keeps what was written, and shares it with the next', async () => {
  for (let round = 1; round <= 2; round += 1) {
    const tab = await world.openTab('kill.localhost')
    const text = 'x'.repeat(round * 1000)
    await setAll(tab, { [`k${round}`]: text })
    await world.killBrowser()
    const next = await world.openTab('kill.localhost')
    expect(await keysOf(next)).toHaveLength(round)
    expect((await entriesOf(next))[`k${round}`]).toBe(text)
  }
})
