import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { runMain } from './lib/run-main.mjs'

requireSupportedNode()
await runMain(async () => {
  await ensureInstalled()
  await build()
  return 0
})
