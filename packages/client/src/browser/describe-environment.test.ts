import { expect, test } from 'vitest'

import { describeEnvironment } from './describe-environment.js'

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36',
    { osName: 'Windows', osVersion: '10.0', deviceModel: undefined },
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
    { osName: 'iOS', osVersion: '17.5.1', deviceModel: 'iPhone' },
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 16_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
    { osName: 'iOS', osVersion: '16.1', deviceModel: 'iPad' },
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 8 Pro Build/UD1A) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile',
    { osName: 'Android', osVersion: '14', deviceModel: 'Pixel 8 Pro' },
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36',
    { osName: 'Android', osVersion: undefined, deviceModel: undefined },
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15',
    { osName: 'macOS', osVersion: '10.15.7', deviceModel: undefined },
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/141.0.0.0',
    { osName: 'ChromeOS', osVersion: undefined, deviceModel: undefined },
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    { osName: 'Linux', osVersion: undefined, deviceModel: undefined },
  ],
  ['a fridge', { osName: 'Other', osVersion: undefined, deviceModel: undefined }],
])('%s', (userAgent, expected) => {
  expect(describeEnvironment({ userAgent, language: 'es-ES' })).toEqual({ ...expected, language: 'es-ES' })
})

test('an iPad that calls itself a Mac is one by its touch points', () => {
  const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15'
  const language = 'es-ES'
  expect(describeEnvironment({ userAgent, language, maxTouchPoints: 5 })).toEqual({
    osName: 'iOS',
    osVersion: undefined,
    deviceModel: 'iPad',
    language,
  })
  expect(describeEnvironment({ userAgent, language, maxTouchPoints: 0 }).osName).toBe('macOS')
})
