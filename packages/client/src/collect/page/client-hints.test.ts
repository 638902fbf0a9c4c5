import { expect, test } from 'vitest'

import { describeBrowser, mergeHints } from './client-hints.js'
import { readPageFacts } from './read-page-facts.js'

const described = { osName: 'Windows', osVersion: '10.0', deviceModel: undefined, language: 'es-ES' }
const phone = { osName: 'Android', osVersion: undefined, deviceModel: undefined, language: 'es-ES' }

test.each([
  ['Windows 11', described, { platform: 'Windows', platformVersion: '15.0.0' }, '11'],
  ['the first Windows 11', described, { platform: 'Windows', platformVersion: '13.0.0' }, '11'],
  ['the last Windows 10', described, { platform: 'Windows', platformVersion: '10.0.0' }, '10'],
  ['Windows 8.1', described, { platform: 'Windows', platformVersion: '0.3.0' }, '8.1'],
  ['Windows 7', described, { platform: 'Windows', platformVersion: '0.1.0' }, '7'],
  ['an unheard-of Windows', described, { platform: 'Windows', platformVersion: '0.9.0' }, '10.0'],
  ['a version that is none', described, { platform: 'Windows', platformVersion: 'x' }, '10.0'],
  ['macOS', { ...described, osName: 'macOS' }, { platform: 'macOS', platformVersion: '15.3.1' }, '15.3.1'],
  ['Android', phone, { platform: 'Android', platformVersion: '14.0.0' }, '14'],
  ['Linux, which tells none', phone, { platform: 'Linux', platformVersion: '' }, undefined],
  ['no hints', described, {}, '10.0'],
  ['nothing but another platform', described, { platform: 'Chrome OS' }, undefined],
])('the version of %s', (_, environment, hints, osVersion) => {
  expect(mergeHints(environment, hints).osVersion).toBe(osVersion)
})

test('hints name the system and the model; the language is the browser’s', () => {
  expect(mergeHints(phone, { platform: 'Android', model: 'Pixel 8 Pro' })).toMatchObject({
    osName: 'Android',
    deviceModel: 'Pixel 8 Pro',
    language: 'es-ES',
  })
  expect(mergeHints(described, { platform: 'Chromium OS' })).toMatchObject({ osName: 'ChromeOS' })
})

const CHROME = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36'
const navigatorOf = (userAgentData: unknown): Navigator =>
  ({ userAgent: CHROME, language: 'es-ES', maxTouchPoints: 5, userAgentData }) as unknown as Navigator

test('a browser is asked for the hints it needs, and a model is made a name', async () => {
  const asked: unknown[] = []
  const getHighEntropyValues = (hints: unknown) => {
    asked.push(hints)
    return Promise.resolve({ platform: 'Android', platformVersion: '14.0.0', model: 'Nokia 2.1' })
  }
  const facts = await readPageFacts(navigatorOf({ platform: 'Android', getHighEntropyValues }))
  expect(facts).toEqual({ osName: 'Android', osVersion: '14', deviceModel: 'Nokia 2-1', language: 'es-ES' })
  expect(asked).toEqual([['platform', 'platformVersion', 'model']])
})

test.each([
  ['has none', undefined],
  ['refuses them', { platform: 'Android', getHighEntropyValues: () => Promise.reject(new Error('no')) }],
  ['has the plain ones alone', { platform: 'Android', mobile: true }],
])('where a browser %s, the user agent string counts, without what it makes up', async (_, userAgentData) => {
  expect(await readPageFacts(navigatorOf(userAgentData))).toEqual({
    osName: 'Android',
    osVersion: undefined,
    deviceModel: undefined,
    language: 'es-ES',
  })
})

test.each([
  [CHROME, 'Chrome 141'],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge 141',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15', 'Safari 18'],
  ['Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1', 'Safari 17'],
  ['a fridge', undefined],
])('%s', (userAgent, expected) => {
  expect(describeBrowser(userAgent)).toBe(expected)
})

test('of the brands the one that is the browser’s own counts', () => {
  const brands = [
    { brand: 'Not;A=Brand', version: '8' },
    { brand: 'Chromium', version: '141' },
    { brand: 'Microsoft Edge', version: '141' },
  ]
  expect(describeBrowser('a fridge', brands)).toBe('Microsoft Edge 141')
  expect(describeBrowser('a fridge', brands.slice(0, 2))).toBe('Chromium 141')
})
