import { afterEach, expect, test, vi } from 'vitest'

import { createDiagnostics } from '../core/diagnostics.js'
import { createBrowserStorage } from './browser-storage.js'

/** A browser's storage with room for so many characters; its keys are its own properties, as a browser's are. */
const createArea = (room: number): Record<string, unknown> => {
  const area: Record<string, unknown> = {}
  const define = (name: string, value: unknown) =>
    Object.defineProperty(area, name, { value, enumerable: false })
  define('getItem', (key: string) => area[key] ?? null)
  define('removeItem', (key: string) => void Reflect.deleteProperty(area, key))
  define('setItem', (key: string, value: string) => {
    if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
    area[key] = value
  })
  return area
}

const refuse = (): never => {
  throw new DOMException('no', 'SecurityError')
}

afterEach(() => vi.unstubAllGlobals())

test("what is kept is under the prefix, and nobody else's keys are seen", () => {
  const area = createArea(100)
  vi.stubGlobal('localStorage', area)
  localStorage.setItem('theme', 'dark')
  const storage = createBrowserStorage('candor.', createDiagnostics().count)
  storage.set('salt', 'a')
  expect(Object.keys(area)).toEqual(['theme', 'candor.salt'])
  expect(storage.keys()).toEqual(['salt'])
  storage.remove('salt')
  expect([storage.keys(), storage.get('salt'), localStorage.getItem('theme')]).toEqual([
    [],
    undefined,
    'dark',
  ])
})

test.each([
  ['there is no room', createArea(0)],
  ['the page may not use it', new Proxy({}, { get: refuse, ownKeys: refuse })],
  ['there is none', undefined],
])('where %s, it is kept in memory and counted', (_, area) => {
  vi.stubGlobal('localStorage', area)
  const { count, read } = createDiagnostics()
  const storage = createBrowserStorage('candor.', count)
  storage.set('salt', 'a')
  storage.set('device', 'b')
  expect([storage.get('salt'), storage.keys()]).toEqual(['a', ['salt', 'device']])
  storage.remove('salt')
  expect(storage.get('salt')).toBeUndefined()
  expect(read()).toEqual({ 'storage-failed': 2 })
})
