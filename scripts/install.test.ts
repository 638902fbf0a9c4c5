import { expect, test } from 'vitest'

import { agreesWithLock } from './lib/lock-agreement.mjs'
import { isSupportedNode } from './lib/node-version.mjs'

const ONE = { version: '1.0.0', integrity: 'sha512-one' }
const LOCK = { packages: { '': {}, 'packages/a': {}, 'node_modules/one': ONE } }

test('an installation agrees with the lock file it was made from', () => {
  expect(agreesWithLock(LOCK, { packages: { 'packages/a': {}, 'node_modules/one': ONE } })).toBe(true)
})

test.each([
  ['nothing is installed', {}],
  ['another version', { 'node_modules/one': { ...ONE, version: '1.0.1' } }],
  ['another content', { 'node_modules/one': { ...ONE, integrity: 'sha512-other' } }],
  ['a package too many', { 'node_modules/one': ONE, 'node_modules/two': ONE }],
])('it does not agree: %s', (_why, packages) => {
  expect(agreesWithLock(LOCK, { packages })).toBe(false)
})

test('an optional package of another platform may be missing', () => {
  const lock = { packages: { ...LOCK.packages, 'node_modules/darwin': { version: '1.0.0', optional: true } } }
  expect(agreesWithLock(lock, { packages: { 'node_modules/one': ONE } })).toBe(true)
})

test('an empty lock file agrees with nothing', () => {
  expect(agreesWithLock({ packages: {} }, { packages: {} })).toBe(false)
})

test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.21.0'])('runs on Node %s', (version) => {
  expect(isSupportedNode(version)).toBe(true)
})

test.each(['16.20.2', '18.20.8', '20.18.3', '21.7.3', '22.11.0', ''])('refuses Node "%s"', (version) => {
  expect(isSupportedNode(version)).toBe(false)
})
