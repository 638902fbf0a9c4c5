import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { runMain } from './lib/run-main.mjs'
import { stopWithParent } from './lib/stop-with-parent.mjs'

requireSupportedNode()
await runMain(async () => {
  if (process.env['npm_lifecycle_event'] !== undefined) stopWithParent()
  await ensureInstalled()
  await build()
  // The command runs in this very process, so that what ends this one ends the service.
  const command = new URL('../packages/cli/dist/bin.js', import.meta.url)
  process.argv.splice(1, 1, command.pathname, 'demo')
  await import(command.href)
  return Number(process.exitCode ?? 0)
})
