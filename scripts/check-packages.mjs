import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { runCommand } from './lib/run-command.mjs'
import { runMain } from './lib/run-main.mjs'
import { withTemporaryFolder } from './lib/temporary-folder.mjs'
import { npmCommand, toolCommand } from './lib/tool-command.mjs'

/** What others may install; the pages, the example and the benches are not published. */
const PUBLISHED = ['practices', 'client', 'elements', 'server', 'cli'].map((name) => `packages/${name}`)

/** @param {string} folder */
async function packInto(folder) {
  const workspaces = PUBLISHED.flatMap((path) => ['-w', path])
  const options = ['--pack-destination', folder, '--ignore-scripts', '--loglevel=error']
  const { code, text } = await runCommand([...npmCommand(), 'pack', ...workspaces, ...options], {
    output: 'kept',
  })
  const archives = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  if (code === 0 && archives.length === PUBLISHED.length) return archives
  throw new Error(
    `npm pack made ${archives.length} of ${PUBLISHED.length} archives (exit code ${code})\n${text}`,
  )
}

/**
 * Neither tool asks the network: both get a finished archive, and no `@types` are looked up.
 *
 * @param {string} archive
 */
async function lintArchive(archive) {
  const publint = [...toolCommand('publint'), 'run', archive, '--strict']
  const attw = [...toolCommand('@arethetypeswrong/cli', 'attw'), archive, '--profile', 'esm-only']
  const results = await Promise.all([
    runCommand(publint, { output: 'kept' }),
    runCommand([...attw, '--no-definitely-typed', '--no-emoji', '--format', 'ascii'], { output: 'kept' }),
  ])
  return results.filter(({ code }) => code !== 0).map(({ text }) => text.trim())
}

/** @param {string} folder */
async function lintAll(folder) {
  let faultCount = 0
  for (const archive of await packInto(folder)) {
    const faults = await lintArchive(join(folder, archive))
    console.log([`${archive}: ${faults.length === 0 ? 'good' : 'faulty'}`, ...faults].join('\n\n'))
    faultCount += faults.length
  }
  return faultCount === 0 ? 0 : 1
}

await runMain(() => withTemporaryFolder('pack', lintAll))
