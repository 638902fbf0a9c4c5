import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INSECURE_HOST } from './browser-process.js'
import { createStorageWorld, adopt, ownKeys, setOwn, type StorageWorld } from './storage-world.js'

let world: StorageWorld

beforeAll(async () => {
  world = await createStorageWorld()
})
afterAll(() => world?.close())

describe('a page that ends', () => {
  test('a reload or a way elsewhere keeps everything, also what was written in the last turn', async () => {
    const tab = await world.openTab('reload.localhost')
    for (let round = 0; round < 4; round += 1) {
      await tab.evaluate((at) => {
        addEventListener('pagehide', () => window.storage.own.set(`hide${at}`, 'x'.repeat(50_000)))
        window.storage.own.set(`last${at}`, 'x')
        location.href = at % 2 ? '/empty' : '/page'
      }, round)
      await tab.waitForURL(round % 2 ? '**/empty' : '**/page')
      if (round % 2) await tab.goto(world.url('reload.localhost', '/page'))
      await tab.waitForFunction(() => window.storage)
      expect(await adopt(tab)).toHaveLength((round + 1) * 2)
    }
  })

  test('a closed tab keeps everything too', async () => {
    const [stays, ends] = [await world.openTab('close.localhost'), await world.openTab('close.localhost')]
    await setOwn(ends, { first: '1', removed: '2' })
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
    for (let at = 0; at < 3; at += 1) {
      const ends = await world.openTab('adopt.localhost')
      await setOwn(ends, { [`a${at}`]: 'a', [`b${at}`]: 'b' })
      keys.push(`a${at}`, `b${at}`)
      await ends.close({ runBeforeUnload: true })
    }
    const tabs = [await world.openTab('adopt.localhost'), await world.openTab('adopt.localhost')]
    const came = (await Promise.all(tabs.map(adopt))).flat()
    for (const tab of tabs) came.push(...(await adopt(tab)))
    expect(came.toSorted()).toEqual(keys.toSorted())
    expect((await Promise.all(tabs.map(ownKeys))).flat().toSorted()).toEqual(keys.toSorted())
  })
})

describe('a page that comes back', () => {
  test('from the back/forward cache goes on with what nobody took, and writes nothing that another took', async () => {
    const tab = await world.openTab('back.localhost')
    const other = await world.openTab('back.localhost')
    for (const taken of [false, true]) {
      await setOwn(tab, { one: '1', two: '2' })
      await tab.evaluate(() => {
        addEventListener('pagehide', () => window.storage.own.set('two', '3'), { once: true })
        addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }), { once: true })
        location.href = '/empty'
      })
      await tab.waitForURL('**/empty')
      expect(taken ? await adopt(other) : []).toEqual(taken ? ['one', 'three', 'two'] : [])
      await tab.evaluate(() => history.back())
      await tab.waitForURL('**/page', { waitUntil: 'commit' })
      await expect.poll(() => tab.evaluate(() => Boolean(Reflect.get(window, 'persisted')))).toBe(true)
      await expect.poll(() => ownKeys(tab)).toEqual(taken ? [] : ['one', 'two'])
      await setOwn(tab, { two: '4', three: '5', four: '6' })
      expect(await ownKeys(tab)).toEqual(taken ? ['four'] : ['four', 'one', 'three', 'two'])
      await tab.evaluate(() => window.storage.own.remove('four'))
    }
    const values = Object.entries(await world.onDisk(tab)).filter(([name]) => name.includes(':'))
    expect(values.map(([name, value]) => name.replace(/.*:/, '') + value).toSorted()).toEqual([
      'one1',
      'three5',
      'two3',
    ])
  })

  test.each(['hears of it', 'hears nothing'])(
    'without Web Locks a page is taken over after a day; one that still lives and %s writes nothing that was taken',
    async (hears) => {
      const host = `${hears.length}.${INSECURE_HOST}`
      const lives = await world.newTab()
      if (hears === 'hears nothing')
        await lives.addInitScript(() =>
          Object.defineProperty(window, 'BroadcastChannel', { value: undefined }),
        )
      await lives.goto(world.url(host, '/page'))
      await lives.evaluate(() => window.ready)
      const other = await world.openTab(host)
      expect(await lives.evaluate(() => Reflect.has(navigator, 'locks'))).toBe(false)
      await setOwn(lives, { one: '1' })
      expect(await adopt(other)).toEqual([])
      await other.evaluate(() => {
        const { now } = Date
        Date.now = () => now() + 25 * 3_600_000
      })
      expect(await adopt(other)).toEqual(['one'])
      await expect.poll(() => ownKeys(lives)).toEqual(hears === 'hears of it' ? [] : ['one'])
      await setOwn(lives, { one: '2', two: '3' })
      expect(await ownKeys(lives)).toEqual(['two'])
      await setOwn(lives, { one: '4' })
      const kept = Object.entries(await world.onDisk(lives)).filter(([name]) => /:(one|two)$/.test(name))
      expect(kept.map(([, value]) => value)).toEqual(expect.arrayContaining(['1', '3']))
      expect(kept).toHaveLength(2)
    },
  )
})

describe('what pages share', () => {
  test('is seen in the other tab within a second, and the last writer wins in both', async () => {
    const [one, two] = [await world.openTab('shared.localhost'), await world.openTab('shared.localhost')]
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
    const kept = (await world.onDisk(one))['.device']
    expect(kept).toMatch(/^(one|two)49$/)
    for (const tab of [one, two])
      await tab.waitForFunction((value) => window.storage.shared.get('device') === value, kept, {
        timeout: 1000,
      })
    await two.evaluate(() => window.storage.shared.remove('device'))
    await one.waitForFunction(() => window.storage.shared.keys().length === 0, undefined, { timeout: 1000 })
  })
})

test('a browser that is killed in the middle keeps what was written, and shares it with the next', async () => {
  for (let round = 1; round <= 2; round += 1) {
    const tab = await world.openTab('kill.localhost')
    const text = 'x'.repeat(round * 1000)
    await tab.evaluate(
      ([name, value]) => window.storage.shared.set(name ?? '', value ?? ''),
      [`s${round}`, text],
    )
    await setOwn(tab, { [`k${round}`]: text })
    await world.killBrowser()
    const next = await world.openTab('kill.localhost')
    expect(await adopt(next)).toHaveLength(round)
    expect(await next.evaluate((at) => window.storage.shared.get(`s${at}`), round)).toBe(text)
  }
})
