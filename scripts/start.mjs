import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { runMain } from './lib/run-main.mjs'
import { runServer } from './lib/run-server.mjs'

requireSupportedNode()
await runMain(async () => {
  await ensureInstalled()
  await build()
  return runServer(['packages/cli/dist/bin.js', 'demo', ...process.argv.slice(2)])
})
