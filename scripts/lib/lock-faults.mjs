import { join } from 'node:path'

import { findMissingPackages } from './complete-lock.mjs'
import { readJson } from './read-json.mjs'
import { listWorkspaces, readManifest } from './workspaces.mjs'

/** @typedef {import('./workspaces.mjs').Manifest} Manifest */
/**
 * @typedef {import('./complete-lock.mjs').LockEntry & Pick<Manifest, 'dependencies' | 'devDependencies'>
 *   & { readonly resolved?: string }} LockEntry
 * @typedef {{ readonly lockfileVersion: number, readonly packages: Readonly<Record<string, LockEntry>> }} Lock
 */

const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/
const GROUPS = /** @type {const} */ (['dependencies', 'devDependencies'])

/**
 * What would make the lock file unfit: for another registry, for npm 10 and 11 alike (both refuse a lock file
 * that lags behind a package.json), or for exact pins.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function findLockFaults(root) {
  const lock = /** @type {Lock} */ (readJson(join(root, 'package-lock.json')))
  const manifests = [
    { path: '', manifest: readManifest(root, '.') },
    ...listWorkspaces(root).map(({ folder, manifest }) => ({ path: folder, manifest })),
  ]
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`package-lock.json has version ${lock.lockfileVersion}, not 3`]),
    ...Object.entries(lock.packages).flatMap(([path, entry]) => hostFault(path, entry)),
    ...findMissingPackages(lock.packages).map(({ name }) => `${name} is missing: npm run lock adds it`),
    ...manifests.flatMap(({ path, manifest }) => manifestFaults(path, manifest, lock.packages[path])),
  ]
}

/**
 * @param {string} path
 * @param {LockEntry} entry
 */
function hostFault(path, { resolved = '' }) {
  return resolved.includes('://') ? [`${path} names a host in the lock file; see .npmrc`] : []
}

/**
 * @param {string} path
 * @param {Manifest} manifest
 * @param {LockEntry | undefined} locked
 */
function manifestFaults(path, manifest, locked) {
  const file = path === '' ? 'package.json' : `${path}/package.json`
  if (locked === undefined) return [`${file} is not in the lock file: run npm install`]
  return GROUPS.flatMap((group) => {
    const wanted = Object.entries(manifest[group] ?? {})
    const lockedCount = Object.keys(locked[group] ?? {}).length
    const loose = wanted.filter(([, version]) => !EXACT_VERSION.test(version))
    const differing = wanted.filter(([name, version]) => locked[group]?.[name] !== version)
    return [
      ...loose.map(([name, version]) => `${file}: ${name} ${version} is not an exact version`),
      ...(differing.length > 0 || lockedCount !== wanted.length
        ? [`${file}: the lock file has other ${group}: run npm install`]
        : []),
    ]
  })
}
