import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { aptCommand, installByApt } from './apt.mjs'
import { isExecutable } from './is-executable.mjs'

const DEBIAN_FOLDER = '/usr/lib/postgresql'

/**
 * Where PostgreSQL's programs are: CANDOR_POSTGRES, or the newest that the system has; undefined where there are none.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
function findPostgres(env) {
  const wished = env['CANDOR_POSTGRES'] ?? ''
  if (wished !== '') return wished
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : []
  const folders = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((name) => join(DEBIAN_FOLDER, name, 'bin'))
  return folders.find((folder) => isExecutable(join(folder, 'initdb')))
}

/**
 * Finds PostgreSQL for the tests, or installs the system's own package where this user may. Without it the tests of
 * that engine are skipped, and say so.
 *
 * @returns {Promise<string | undefined>} the folder of its programs
 */
export async function ensurePostgres() {
  const found = findPostgres(process.env)
  if (found !== undefined) return found
  const apt = await aptCommand()
  try {
    if (apt !== undefined) await installByApt(apt, 'postgresql')
  } catch (error) {
    console.log(String(error))
  }
  const installed = findPostgres(process.env)
  if (installed === undefined)
    console.log('PostgreSQL cannot be installed from here: the tests of that engine are SKIPPED.')
  return installed
}
