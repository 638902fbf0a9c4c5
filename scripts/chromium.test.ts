import { expect, test } from 'vitest'

import { findChromium } from './lib/chromium.mjs'

test('takes the browser that CANDOR_CHROMIUM names before any other', () => {
  const search = findChromium({ CANDOR_CHROMIUM: '/opt/browser' }, () => true)
  expect(search).toEqual({ kind: 'found', path: '/opt/browser' })
})

test('says so when CANDOR_CHROMIUM names nothing that runs, instead of taking another', () => {
  const search = findChromium({ CANDOR_CHROMIUM: '/opt/browser' }, (path) => path === '/usr/bin/chromium')
  expect(search).toEqual({ kind: 'wrong-setting', path: '/opt/browser' })
})

test.each([
  ['/usr/bin/chromium', '/nowhere'],
  ['/usr/bin/chromium-browser', '/nowhere'],
  ['/opt/google/google-chrome', '/nowhere:/opt/google'],
])('finds %s', (installed, folders) => {
  const search = findChromium({ CANDOR_CHROMIUM: '', PATH: folders }, (path) => path === installed)
  expect(search).toEqual({ kind: 'found', path: installed })
})

test('finds none where there is none', () => {
  expect(findChromium({ PATH: '/nowhere' }, () => false)).toEqual({ kind: 'missing' })
})
