import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from './lib/build.mjs'
import { errorsDocument } from './lib/errors-document.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'
import { runMain } from './lib/run-main.mjs'

requireSupportedNode()
await runMain(async () => {
  await ensureInstalled()
  await build()
  const { ERRORS } = await import('../packages/practices/dist/errors.js')
  writeFileSync(join(ROOT, 'docs/errors.md'), errorsDocument(ERRORS))
  return 0
})
