import { join } from 'node:path'

import { readJson } from './read-json.mjs'
import { ROOT } from './root.mjs'

/**
 * The command that starts a tool of node_modules with this very Node, without npx and its look-ups.
 *
 * @param {string} packageName for example `typescript`
 * @param {string} [binName] default: the package's name
 * @returns {string[]} program and first argument; throws where the package or the bin is missing
 */
export function toolCommand(packageName, binName = packageName) {
  const folder = join(ROOT, 'node_modules', packageName)
  const manifest = readJson(join(folder, 'package.json'))
  const { bin } = /** @type {{ readonly bin?: string | Readonly<Record<string, string>> }} */ (manifest)
  const path = typeof bin === 'string' ? bin : bin?.[binName]
  if (path === undefined) throw new Error(`${packageName} has no bin named ${binName}`)
  return [process.execPath, join(folder, path)]
}

/**
 * The command that starts npm: the one that runs this script where there is one, else that of the PATH.
 *
 * @returns {string[]}
 */
export function npmCommand() {
  const running = process.env['npm_execpath'] ?? ''
  return running.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm']
}
