import { renameSync, rmSync, writeFileSync } from 'node:fs'

/** What a file or folder is called while it is being written. */
export const UNFINISHED = '.unfinished'
/** After so long without a sign of life something is taken for left behind, in milliseconds: a day. */
export const SILENT_MILLIS = 86_400_000

/**
 * Writes a file (mode 0600) to a name of its own and renames it, so that a kill leaves the old value or the new one.
 * There is no fsync: the operating system has the value, so that it outlives the process, though not a power cut.
 */
export const replaceFile = (path: string, text: string, writer: string): void => {
  const unfinished = `${path}.${writer}${UNFINISHED}`
  try {
    writeFileSync(unfinished, text, { mode: 0o600 })
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** The file name of a key: the key itself, but for what a file name cannot hold. */
export const fileOf = (key: string): string => encodeURIComponent(key).replace(/^\./, '%2E')

/** The key of a file name; undefined where it is none. */
export const keyOf = (name: string): string | undefined => {
  if (name.endsWith(UNFINISHED)) return undefined
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}
