import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { readJson } from './read-json.mjs'

/**
 * The parts of a package.json that the scripts read.
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {readonly string[]} [workspaces]
 * @property {Readonly<Record<string, string>>} [dependencies]
 * @property {Readonly<Record<string, string>>} [devDependencies]
 */

/** @typedef {{ readonly folder: string, readonly manifest: Manifest }} Workspace folder: relative to the root */

/**
 * The workspaces of a repository, from the `workspaces` of its package.json (`folder` or `folder/*`).
 *
 * @param {string} root
 * @returns {Workspace[]}
 */
export function listWorkspaces(root) {
  const { workspaces = [] } = readManifest(root, '.')
  return workspaces
    .flatMap((pattern) => foldersOf(root, pattern))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(root, folder) }))
}

/**
 * @param {string} root
 * @param {string} folder relative to root
 * @returns {Manifest}
 */
export function readManifest(root, folder) {
  return /** @type {Manifest} */ (readJson(join(root, folder, 'package.json')))
}

/**
 * A workspace and those it is built from, itself first.
 *
 * @param {Workspace} workspace
 * @param {readonly Workspace[]} all
 * @returns {Workspace[]}
 */
export function withDependencies(workspace, all) {
  const found = new Set([workspace])
  for (const { manifest } of found) {
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    for (const other of all) if (names.includes(other.manifest.name)) found.add(other)
  }
  return [...found]
}

/**
 * @param {string} root
 * @param {string} pattern
 * @returns {string[]}
 */
function foldersOf(root, pattern) {
  if (!pattern.endsWith('/*')) return [pattern]
  const parent = pattern.slice(0, -2)
  if (!existsSync(join(root, parent))) return []
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .toSorted()
}
