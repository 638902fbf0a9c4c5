import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const OWNER_ONLY = 0o600
const MOST_WAIT_MILLIS = 5000
const STEP_MILLIS = 20

const isTaken = (error: unknown): boolean => (error as { readonly code?: unknown }).code === 'EEXIST'

/** The new version's file also tells others to wait: only one process can make it. */
const openAlone = async (path: string): Promise<number> => {
  for (let waitedMillis = 0; ; waitedMillis += STEP_MILLIS) {
    try {
      return openSync(path, 'wx', OWNER_ONLY)
    } catch (error) {
      if (!isTaken(error) || waitedMillis >= MOST_WAIT_MILLIS) throw error
    }
    await setTimeout(STEP_MILLIS)
  }
}

const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/**
 * Replaces a file's text by what the change makes of it (undefined where there is no file yet): whole or not at all,
 * durably, readable by its owner alone (mode 0600), one process after the other. A link is followed. What the change
 * throws leaves the file as it was. Throws EEXIST where another process keeps it for more than 5 seconds.
 */
export const replaceFile = async (
  path: string,
  change: (text: string | undefined) => string,
): Promise<void> => {
  const target = existsSync(path) ? realpathSync(path) : path
  const fresh = `${target}.new`
  const descriptor = await openAlone(fresh)
  try {
    writeFileSync(descriptor, change(existsSync(target) ? readFileSync(target, 'utf8') : undefined))
    fsyncSync(descriptor)
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
  if (process.platform !== 'win32') syncFolder(dirname(target))
}
