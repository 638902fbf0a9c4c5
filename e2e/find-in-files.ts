import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The store merges its files while they are looked at: one that is gone is read as empty, and what was in it is elsewhere. */
const readThere = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch (error) {
    if (existsSync(path)) throw error
    return Buffer.alloc(0)
  }
}

/** The files under a folder that hold a text, whatever its case, as UTF-8 or UTF-16. */
export const findInFiles = (folder: string, text: string): readonly string[] => {
  const needle = text.toLowerCase()
  const isHolding = (path: string): boolean => {
    const bytes = readThere(path)
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
