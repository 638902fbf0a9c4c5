import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.git'])

/**
 * Every file below a folder that the build does not make, in a fixed order.
 *
 * @param {string} root
 * @param {string} folder relative to root; none found where it does not exist
 * @returns {string[]} paths relative to root, with forward slashes
 */
export function listFiles(root, folder) {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(start, entry.name)
      if (entry.isDirectory()) {
        return SKIPPED_FOLDERS.has(entry.name) ? [] : listFiles(root, relative(root, path))
      }
      return entry.isFile() ? [relative(root, path).split(sep).join('/')] : []
    })
}
