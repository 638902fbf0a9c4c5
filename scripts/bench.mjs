import { chooseBenches, listBenches, splitArguments } from './lib/benches.mjs'
import { build } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'
import { runCommand } from './lib/run-command.mjs'
import { runMain } from './lib/run-main.mjs'

requireSupportedNode()
await runMain(async () => {
  const { names, options } = splitArguments(process.argv.slice(2))
  const benches = chooseBenches(listBenches(ROOT), names)
  await ensureInstalled()
  await build()
  const failed = []
  for (const { name, path } of benches) {
    console.log(`\n== ${name} ==`)
    const { code } = await runCommand([process.execPath, path, ...options])
    if (code !== 0) failed.push(name)
  }
  if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`)
  return failed.length === 0 ? 0 : 1
})
