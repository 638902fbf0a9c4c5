import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ENDING_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Lends a folder of its own to the body, and removes it afterwards, also when a signal ends this process.
 *
 * @template T
 * @param {string} name a word in the folder's name
 * @param {(folder: string) => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withTemporaryFolder(name, body) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `candor-${name}-`)))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  const end = () => process.exit(1)
  process.once('exit', remove)
  for (const signal of ENDING_SIGNALS) process.once(signal, end)
  try {
    return await body(folder)
  } finally {
    remove()
    process.off('exit', remove)
    for (const signal of ENDING_SIGNALS) process.off(signal, end)
  }
}
