import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { completeLock, findMissingPackages } from './lib/complete-lock.mjs'
import { readJson } from './lib/read-json.mjs'
import { ROOT } from './lib/root.mjs'
import { runMain } from './lib/run-main.mjs'

/** @typedef {{ readonly packages: import('./lib/complete-lock.mjs').LockPackages }} Lock */

await runMain(async () => {
  const path = join(ROOT, 'package-lock.json')
  const lock = /** @type {Lock} */ (readJson(path))
  const missing = findMissingPackages(lock.packages)
  if (missing.length > 0) {
    writeFileSync(path, `${JSON.stringify({ ...lock, packages: completeLock(lock.packages) }, null, 2)}\n`)
  }
  console.log(`${missing.length} packages of other platforms added to the lock file`)
  return 0
})
