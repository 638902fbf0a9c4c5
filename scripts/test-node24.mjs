import { delimiter, dirname, join } from 'node:path'

import { build } from './lib/build.mjs'
import { CHECKS } from './lib/checks.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { ensurePostgres } from './lib/postgres.mjs'
import { runCommand } from './lib/run-command.mjs'
import { runMain } from './lib/run-main.mjs'
import { withTemporaryFolder } from './lib/temporary-folder.mjs'
import { npmCommand } from './lib/tool-command.mjs'

const NODE_24 = '24.21.0'

/**
 * @param {string} folder an empty one
 * @returns {Promise<string>} the path of the installed Node
 */
async function installNode(folder) {
  console.log(`installing Node ${NODE_24} in a temporary folder ...`)
  const options = ['--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']
  const { code, text } = await runCommand([...npmCommand(), 'install', ...options, `node@${NODE_24}`], {
    output: 'kept',
    cwd: folder,
  })
  if (code !== 0) throw new Error(`Node ${NODE_24} could not be installed (exit code ${code})\n${text}`)
  return join(folder, 'node_modules/node/bin/node')
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function runTests(node, env) {
  for (const check of CHECKS.filter(({ runs }) => runs === 'alone')) {
    console.log(`\n== ${check.title}, Node ${NODE_24} ==`)
    const { code } = await runCommand([node, ...check.command().slice(1)], { env })
    if (code !== 0) return code
  }
  return 0
}

requireSupportedNode()
await runMain(async () => {
  await ensureInstalled()
  const browser = await ensureChromium()
  const postgres = await ensurePostgres()
  await build()
  return withTemporaryFolder('node24', async (folder) => {
    const node = await installNode(folder)
    const path = [dirname(node), process.env['PATH']].join(delimiter)
    return runTests(node, { PATH: path, CANDOR_CHROMIUM: browser, CANDOR_POSTGRES: postgres })
  })
})
