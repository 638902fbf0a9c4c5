import { expect, test } from 'vitest'

import { describeSystem } from './describe-system.js'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'

test.each([
  [`${PHONE} Version/26.6.1 Mobile/15E148 Safari/604.1`, ['iOS', 'iPhoneiOS', '26.6', 'iPhone']],
  [`${PHONE} Mobile/15E148`, ['iOS', 'iPhoneiOS', '18.7', 'iPhone']],
  [`${MAC} Version/26.5.2 Safari/605.1.15`, ['macOS', 'macOS', '26.5', 'Mac']],
  [`${MAC} Version/18.6 Safari/605.1.15`, ['macOS', 'macOS', '15.6', 'Mac']],
  [`${MAC} Chrome/153.0.0.0 Safari/537.36`, ['macOS', 'macOS', '10.15.7', 'Mac']],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/153.0.0.0', ['Windows', 'Windows', '10.0', 'PC']],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/153.0.0.0', ['Android', 'Android', '15', 'Pixel 9']],
  ['Mozilla/5.0 (Linux; Android 16; SM-S926U Build/BP4A.1; wv)', ['Android', 'Android', '16', 'SM-S926U']],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/153.0.0.0',
    ['ChromeOS', 'ChromeOS', '14541.0', 'Chromebook'],
  ],
])('reads %s', (userAgent, [os, osName, osVersion, deviceModel]) => {
  expect(describeSystem(userAgent)).toStrictEqual({ os, osName, osVersion, deviceModel })
})

test.each([
  'Mozilla/5.0 (Linux; Android 10; K) Chrome/153.0.0.0 Mobile',
  'Mozilla/5.0 (Linux; Android 6.0; Nexus 5 Build/MRA58N) Chrome/153.0.0.0',
  'Mozilla/5.0 (Android 16; Mobile; rv:156.0) Gecko/156.0 Firefox/156.0',
  'Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0.0.0',
])('leaves out what hides the device or is a test tool: %s', (userAgent) => {
  expect(describeSystem(userAgent)).toBeUndefined()
})
