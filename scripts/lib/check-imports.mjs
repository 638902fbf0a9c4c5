import { createRequire } from 'node:module'
import { join } from 'node:path'

import { cruise } from 'dependency-cruiser'

import { ROOT } from './root.mjs'
import { listFiles } from './source-files.mjs'

const require = createRequire(import.meta.url)
const { ROOMS } = /** @type {typeof import('./rooms.cjs')} */ (require('./rooms.cjs'))

/** @typedef {Required<Pick<import('dependency-cruiser').IConfiguration, 'forbidden' | 'options'>>} Config */

const SOURCE = /\.(tsx?|[cm]js)$/

/**
 * Reads every source of the rooms and holds it against the import rules. A check that read nothing, or that
 * missed a source, fails: it would otherwise pass in silence when its TypeScript support breaks.
 *
 * @param {string} [root] a tree with the folders of the rooms; default: the repository
 * @param {typeof cruise} [read] what reads the modules
 * @returns {Promise<{ readonly moduleCount: number, readonly faults: readonly string[] }>}
 */
export async function checkImports(root = ROOT, read = cruise) {
  const rooms = [...ROOMS, 'e2e']
    .map((folder) => ({ folder, sources: listFiles(root, folder).filter((path) => SOURCE.test(path)) }))
    .filter(({ sources }) => sources.length > 0)
  if (rooms.length === 0) {
    return { moduleCount: 0, faults: ['no-sources: no room has any, nothing was checked'] }
  }
  const folders = rooms.map(({ folder }) => folder)
  const { modules, summary } = await readModules(root, folders, read)
  const readPaths = new Set(modules.map(({ source }) => source))
  const unread = rooms.flatMap(({ folder, sources }) => unreadFaults(folder, sources, readPaths))
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  return { moduleCount: modules.length, faults: [...unread, ...broken] }
}

/**
 * @param {string} root
 * @param {string[]} folders
 * @param {typeof cruise} read
 * @returns {Promise<import('dependency-cruiser').ICruiseResult>}
 */
async function readModules(root, folders, read) {
  const config = /** @type {Config} */ (require(join(ROOT, '.dependency-cruiser.cjs')))
  const { enhancedResolveOptions, ...options } = config.options
  const how = { ...options, ruleSet: { forbidden: config.forbidden }, validate: true, baseDir: root }
  const { output } = await read(folders, how, enhancedResolveOptions)
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with a text')
  return output
}

/**
 * @param {string} folder
 * @param {readonly string[]} sources
 * @param {ReadonlySet<string>} readPaths
 */
function unreadFaults(folder, sources, readPaths) {
  const missing = sources.filter((path) => !readPaths.has(path))
  if (missing.length === 0) return []
  return [`not-read: ${missing.length} of ${sources.length} sources of ${folder}, ${missing[0]} among them`]
}
