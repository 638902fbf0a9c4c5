import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStorageWorld, keysOf, setAll, type StorageWorld } from './storage-world.js'

let world: StorageWorld

beforeAll(async () => {
  world = await createStorageWorld()
})
afterAll(() => world?.close())

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
    const tab = await world.newTab()
    await tab.addInitScript(INSTEAD[name] ?? (() => {}))
    await tab.goto(world.url('no.localhost', '/page'))
    await tab.evaluate(() => window.ready)
    await setAll(tab, { one: '1' })
    expect(await tab.evaluate(() => window.storage.get('one'))).toBe('1')
    expect(await tab.evaluate(() => window.failed)).toBeGreaterThan(0)
    await tab.evaluate(() => window.storage.close())
  })

  test('a frame in a sandbox has a storage in memory', async () => {
    const tab = await world.newTab()
    await tab.goto(world.url('sandbox.localhost', '/frame'))
    await expect
      .poll(() =>
        tab.frames()[1]?.evaluate(async () => {
          await window.ready
          window.storage.set('device', 'a')
          await window.storage.settled()
          return [window.storage.get('device'), window.failed > 0]
        }),
      )
      .toEqual(['a', true])
  })

  test('an opening that is held up is waited for at most four seconds, and used once it ends', async () => {
    const holds = await world.newTab()
    await holds.goto(world.url('late.localhost', '/empty'))
    await holds.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('candor.shop')
          opening.onsuccess = () => {
            const deleting = indexedDB.deleteDatabase('candor.shop')
            deleting.onblocked = () => resolve()
            addEventListener('let-go', () => opening.result.close())
          }
        }),
    )
    const tab = await world.openTab('late.localhost')
    expect(await tab.evaluate(() => performance.now())).toBeLessThan(6000)
    await setAll(tab, { one: '1' })
    expect(await tab.evaluate(() => [window.storage.get('one'), window.failed > 0])).toEqual(['1', true])
    await holds.evaluate(() => dispatchEvent(new Event('let-go')))
    await expect.poll(async () => Object.values(await world.onDisk(tab))).toEqual(['1'])
  })

  test('where there is no room, what did not fit is written once there is', async () => {
    const tab = await world.openTab('quota.localhost')
    const origin = world.url('quota.localhost', '')
    const session = await tab.context().newCDPSession(tab)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 10_000 })
    await setAll(tab, { big: 'x'.repeat(500_000), small: '1' })
    expect(await tab.evaluate(() => window.failed)).toBeGreaterThan(0)
    expect(await keysOf(tab)).toEqual(['big', 'small'])
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await tab.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 11_000
    })
    await setAll(tab, { next: '2' })
    await expect.poll(async () => Object.keys(await world.onDisk(tab)).length).toBe(3)
  })
})
