import { afterEach, expect, test } from 'vitest'

import { completeLock, findMissingPackages } from './lib/complete-lock.mjs'
import { findLockFaults } from './lib/lock-faults.mjs'
import { ROOT } from './lib/root.mjs'
import { createTemporaryTree } from './lib/temporary-tree.mjs'

const removals: (() => void)[] = []

afterEach(() => {
  for (const remove of removals.splice(0)) remove()
})

const MANIFEST = { name: 'root', workspaces: ['packages/*'], devDependencies: { tool: '1.2.3' } }
const MEMBER = { name: 'member', dependencies: { one: '1.0.0' } }
const PACKAGES = {
  '': { devDependencies: { tool: '1.2.3' } },
  'packages/member': { dependencies: { one: '1.0.0' } },
  'node_modules/one': { version: '1.0.0' },
}

function faultsOf(change: { manifest?: object; member?: object; lock?: object }): string[] {
  const { root, remove } = createTemporaryTree({
    'package.json': JSON.stringify({ ...MANIFEST, ...change.manifest }),
    'packages/member/package.json': JSON.stringify({ ...MEMBER, ...change.member }),
    'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: PACKAGES, ...change.lock }),
  })
  removals.push(remove)
  return findLockFaults(root)
}

test('passes a lock file in step with the manifests', () => {
  expect(faultsOf({})).toEqual([])
})

test('finds a registry host', () => {
  const one = { version: '1.0.0', resolved: 'https://registry.example/one.tgz' }
  const faults = faultsOf({ lock: { packages: { ...PACKAGES, 'node_modules/one': one } } })
  expect(faults).toEqual(['node_modules/one names a host in the lock file; see .npmrc'])
})

test('finds a dependency that is not locked, one locked in vain, and a workspace that is missing', () => {
  const added = faultsOf({ member: { dependencies: { one: '1.0.0', two: '2.0.0' } } })
  const removed = faultsOf({ manifest: { devDependencies: {} } })
  const missing = faultsOf({ lock: { packages: { '': PACKAGES[''] } } })
  expect(added).toEqual([
    'packages/member/package.json: the lock file has other dependencies: run npm install',
  ])
  expect(removed).toEqual(['package.json: the lock file has other devDependencies: run npm install'])
  expect(missing).toEqual(['packages/member/package.json is not in the lock file: run npm install'])
})

test('finds a version that is not exact', () => {
  const packages = { ...PACKAGES, 'packages/member': { dependencies: { one: '^1.0.0' } } }
  const faults = faultsOf({ member: { dependencies: { one: '^1.0.0' } }, lock: { packages } })
  expect(faults).toEqual(['packages/member/package.json: one ^1.0.0 is not an exact version'])
})

test('finds a platform build that the lock file names but does not hold, and adds it', () => {
  const native = { version: '2.0.0', dev: true, optionalDependencies: { '@native/linux-x64-gnu': '2.0.0' } }
  const packages = { ...PACKAGES, 'node_modules/native': native }
  expect(faultsOf({ lock: { packages } })).toEqual(['@native/linux-x64-gnu is missing: npm run lock adds it'])
  const complete = completeLock(packages)
  expect(complete['node_modules/@native/linux-x64-gnu']).toEqual({
    version: '2.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['glibc'],
    optional: true,
    os: ['linux'],
  })
  expect(findMissingPackages(complete)).toEqual([])
})

test('does not guess the platform or the version of a missing package', () => {
  const missing = (optionalDependencies: Record<string, string>) => ({
    'node_modules/a': { optionalDependencies },
  })
  expect(() => completeLock(missing({ fast: '1.0.0' }))).toThrow('its platform cannot be told')
  expect(() => completeLock(missing({ 'fast-linux-x64': '^1.0.0' }))).toThrow('not an exact version')
})

test('sees a platform build that lies beside the package that asks for it', () => {
  const native = { optionalDependencies: { 'native-linux-x64': '1.0.0' } }
  const beside = 'packages/a/node_modules/native/node_modules/native-linux-x64'
  expect(findMissingPackages({ 'packages/a/node_modules/native': native, [beside]: {} })).toEqual([])
})

test('finds a lock file of another format', () => {
  expect(faultsOf({ lock: { lockfileVersion: 2 } })).toEqual(['package-lock.json has version 2, not 3'])
})

test('the lock file of this repository is fit', () => {
  expect(findLockFaults(ROOT)).toEqual([])
})
