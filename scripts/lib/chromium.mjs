import { delimiter, join } from 'node:path'

import { aptCommand, installByApt } from './apt.mjs'
import { isExecutable } from './is-executable.mjs'

const KNOWN_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser']
const KNOWN_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']

/**
 * @typedef {{ readonly kind: 'found', readonly path: string } | { readonly kind: 'missing' }
 *   | { readonly kind: 'wrong-setting', readonly path: string }} ChromiumSearch
 */

/**
 * Where the browser of the tests is: CANDOR_CHROMIUM when it is set, else one that the system has.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {(path: string) => boolean} [isProgram]
 * @returns {ChromiumSearch}
 */
export function findChromium(env, isProgram = isExecutable) {
  const wished = env['CANDOR_CHROMIUM'] ?? ''
  if (wished !== '') {
    return isProgram(wished) ? { kind: 'found', path: wished } : { kind: 'wrong-setting', path: wished }
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => KNOWN_NAMES.map((name) => join(folder, name)))
  const path = [...KNOWN_PATHS, ...onPath].find((candidate) => isProgram(candidate))
  return path === undefined ? { kind: 'missing' } : { kind: 'found', path }
}

/**
 * Finds Chromium, or installs the system's own package where this user may.
 *
 * @returns {Promise<string>} its path; rejects with the way out where there is none
 */
export async function ensureChromium() {
  const search = findChromium(process.env)
  if (search.kind === 'found') return search.path
  if (search.kind === 'wrong-setting') {
    throw new Error(`CANDOR_CHROMIUM names ${search.path}, which is no program.`)
  }
  const apt = await aptCommand()
  if (apt === undefined) {
    throw new Error(wayOut('it cannot be installed from here (no apt-get, or neither root nor sudo)'))
  }
  await installByApt(apt, 'chromium').catch((/** @type {unknown} */ error) => {
    throw new Error(wayOut(error instanceof Error ? error.message : 'apt-get failed'))
  })
  const installed = findChromium(process.env)
  if (installed.kind !== 'found') {
    throw new Error(wayOut('apt-get installed it, but it is nowhere to be found'))
  }
  return installed.path
}

/** @param {string} reason */
function wayOut(reason) {
  return [
    `The browser tests need Chromium or Chrome, and ${reason}.`,
    'Install it (Debian, Ubuntu: apt-get install chromium) or name one: CANDOR_CHROMIUM=/path/to/chromium npm test',
  ].join('\n')
}
