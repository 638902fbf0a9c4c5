import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A folder of its own with the given files, for tests; it removes itself.
 *
 * @param {Readonly<Record<string, string>>} files path to text
 */
export function createTemporaryTree(files) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'candor-tree-')))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
