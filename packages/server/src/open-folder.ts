import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CandorError } from '@candor/practices'

const OWNER_ONLY = 0o700

const unusable = (path: string, fault: string): CandorError =>
  new CandorError('CANDOR_CONFIGURATION_INVALID', { key: 'dataFolder', path, fault })

/** Makes a folder and those above it, one by one: where a file system takes no folders, making all at once may never end. */
const makeFolder = (path: string): void => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) return
  if (found !== undefined) throw unusable(path, 'it is no folder')
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path, { mode: OWNER_ONLY })
}

/**
 * Opens the folder of everything that is kept, its owner's alone; made where it is missing. Answers the paths in it. Throws
 * CANDOR_CONFIGURATION_INVALID where it cannot be made.
 */
export const openFolder = (folder: string): ((name: string) => string) => {
  const path = resolve(folder)
  try {
    makeFolder(path)
    chmodSync(path, OWNER_ONLY)
  } catch (error) {
    if (error instanceof CandorError) throw error
    throw unusable(path, (error as NodeJS.ErrnoException).code ?? 'it cannot be made')
  }
  return (name) => join(folder, name)
}
