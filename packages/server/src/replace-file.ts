import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const OWNER_ONLY = 0o600
const MOST_WAIT_MILLIS = 5000
const STEP_MILLIS = 20

/** A new version that is older than this belongs to a process that was ended. */
const LEFT_BEHIND_MILLIS = 60_000

/** What becomes of the bytes that the file had before: left to the file system, or overwritten at random. */
export type FormerBytes = 'left' | 'overwritten'

const isTaken = (error: unknown): boolean => (error as { readonly code?: unknown }).code === 'EEXIST'

const dropWhatWasLeft = (path: string): void => {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
  if (mtimeMs !== undefined && Date.now() - mtimeMs > LEFT_BEHIND_MILLIS) rmSync(path, { force: true })
}

/** The new version's file also tells others to wait: only one process can make it. */
const openAlone = async (path: string): Promise<number> => {
  dropWhatWasLeft(path)
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
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** Keeps hold of a file's bytes, so that they can be overwritten once nobody finds them under its name any more. */
const holdBytes = (path: string): (() => void) => {
  const descriptor = openSync(path, 'r+')
  return () => {
    writeSync(descriptor, randomBytes(fstatSync(descriptor).size), 0)
    fsyncSync(descriptor)
    closeSync(descriptor)
  }
}

const nothing = (): void => undefined

/**
 * Replaces a file's text by what the change makes of it (undefined where there is no file yet): whole or not at all,
 * durably, readable by its owner alone (mode 0600), one process after the other. A link is followed. What the change
 * throws leaves the file as it was. Throws EEXIST where another process keeps it for more than 5 seconds.
 */
export const replaceFile = async (
  path: string,
  change: (text: string | undefined) => string,
  former: FormerBytes = 'left',
): Promise<void> => {
  const target = existsSync(path) ? realpathSync(path) : path
  const fresh = `${target}.new`
  const descriptor = await openAlone(fresh)
  let overwrite = nothing
  try {
    writeFileSync(descriptor, change(existsSync(target) ? readFileSync(target, 'utf8') : undefined))
    fsyncSync(descriptor)
    if (former === 'overwritten' && existsSync(target)) overwrite = holdBytes(target)
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
  syncFolder(dirname(target))
  overwrite()
}
