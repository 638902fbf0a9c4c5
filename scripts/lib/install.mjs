import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { agreesWithLock } from './lock-agreement.mjs'
import { readJson } from './read-json.mjs'
import { ROOT } from './root.mjs'
import { runCommand } from './run-command.mjs'
import { npmCommand } from './tool-command.mjs'

/** Holds which lock file, and which major version of Node, node_modules was installed for. */
const STAMP = '.candor-lock-hash'
const PROGRESS_MILLIS = 15_000

/**
 * Installs the dependencies when node_modules is missing or was made for another lock file or Node.
 *
 * @param {string} [root] the repository
 * @returns {Promise<'present' | 'installed'>} rejects with npm's last words when it fails
 */
export async function ensureInstalled(root = ROOT) {
  const stampPath = join(root, 'node_modules', STAMP)
  const wanted = stampFor(readFileSync(join(root, 'package-lock.json'), 'utf8'), process.versions.node)
  const state = installState(root, wanted)
  if (state === 'present') return 'present'
  if (state === 'stale') await installAll(root)
  writeFileSync(stampPath, wanted)
  return state === 'stale' ? 'installed' : 'present'
}

/**
 * @param {string} lockText
 * @param {string} nodeVersion
 */
function stampFor(lockText, nodeVersion) {
  const hash = createHash('sha256').update(lockText).digest('hex')
  return `${hash} node ${nodeVersion.split('.')[0]}\n`
}

/**
 * After a developer's `npm install` the stamp is behind, yet npm's own list says that all is there.
 *
 * @param {string} root
 * @param {string} wanted
 * @returns {'present' | 'present-unstamped' | 'stale'}
 */
function installState(root, wanted) {
  const stampPath = join(root, 'node_modules', STAMP)
  const listPath = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(listPath)) return 'stale'
  const stamp = existsSync(stampPath) ? readFileSync(stampPath, 'utf8') : ''
  if (stamp === wanted) return 'present'
  const isOtherNode = stamp !== '' && stamp.split(' node ')[1] !== wanted.split(' node ')[1]
  const isAgreeing = agreesWithLock(readLock(join(root, 'package-lock.json')), readLock(listPath))
  return isAgreeing && !isOtherNode ? 'present-unstamped' : 'stale'
}

/** @param {string} path */
function readLock(path) {
  return /** @type {import('./lock-agreement.mjs').Lock} */ (readJson(path))
}

/** @param {string} root */
async function installAll(root) {
  console.log('installing dependencies (about a minute, once) ...')
  const startedMs = Date.now()
  const seconds = () => Math.round((Date.now() - startedMs) / 1000)
  const progress = setInterval(() => console.log(`  still installing, ${seconds()} s`), PROGRESS_MILLIS)
  const command = [...npmCommand(), 'ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, text } = await runCommand(command, { output: 'kept', cwd: root })
  clearInterval(progress)
  if (code !== 0) throw new Error(`npm ci failed (exit code ${code}):\n${text.trimEnd()}`)
  console.log(`  installed in ${seconds()} s`)
}
