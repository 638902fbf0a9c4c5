import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { apiTypes, withTables } from './lib/api-documents.mjs'
import { compileAlone } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { requireSupportedNode } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'
import { runMain } from './lib/run-main.mjs'

requireSupportedNode()
await runMain(async () => {
  await ensureInstalled()
  // The pages' types come from here, so that they may not compile yet.
  await compileAlone('packages/server')
  const { openApiDocument } = await import('../packages/server/dist/api/open-api.js')
  const document = /** @type {import('./lib/api-documents.mjs').ApiDocument} */ (
    /** @type {unknown} */ (openApiDocument())
  )
  const types = join(ROOT, 'packages/web/src/api/generated/open-api.ts')
  mkdirSync(dirname(types), { recursive: true })
  writeFileSync(types, await apiTypes(document))
  const page = join(ROOT, 'docs/api.md')
  writeFileSync(page, withTables(readFileSync(page, 'utf8'), document))
  return 0
})
