import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files under a folder that hold a text, whatever its case, as UTF-8 or UTF-16. */
export const findInFiles = (folder: string, text: string): readonly string[] => {
  const needle = text.toLowerCase()
  const isHolding = (path: string): boolean => {
    const bytes = readFileSync(path)
    return (
      bytes.toString('latin1').toLowerCase().includes(needle) ||
      bytes.toString('utf16le').toLowerCase().includes(needle)
    )
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isHolding)
}
