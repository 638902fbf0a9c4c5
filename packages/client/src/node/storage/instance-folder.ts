import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, unlinkSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { attempt } from './attempt.js'
import { replaceFile, UNFINISHED } from './files.js'
import { makeFolder } from './make-folder.js'
import { OWNER_FILE, type Owner } from './owner.js'

/** The folder of an instance, made when it is first needed. */
export interface InstanceFolder {
  /** Where it is, made where it was not; throws where the disk refuses. */
  readonly path: () => string
  /** Whether another process took it: it was made, and is gone. */
  readonly isTaken: () => boolean
  /** Shows that the instance lives. */
  readonly sign: () => void
  /** Leaves it to others; removes it where it is empty. */
  readonly leave: () => void
}

/** How often an instance shows that it lives, in milliseconds: an hour. */
const SIGN_MILLIS = 3_600_000

/** A folder of a name that nobody else has, in a folder of such folders. */
export const createInstanceFolder = (root: string, name: string, owner: Owner): InstanceFolder => {
  const folder = join(root, name)
  let signedMillis: number | undefined
  const make = (): void => {
    const unfinished = folder + UNFINISHED
    makeFolder(dirname(folder))
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { mode: 0o700 })
    // Named last, so that nobody sees it without its owner.
    replaceFile(join(unfinished, OWNER_FILE), JSON.stringify(owner), name)
    renameSync(unfinished, folder)
    signedMillis = Date.now()
  }
  return {
    path: () => {
      if (signedMillis === undefined) make()
      return folder
    },
    isTaken: () => signedMillis !== undefined && !existsSync(folder),
    sign: () => {
      const now = Date.now()
      if (signedMillis === undefined || now - signedMillis < SIGN_MILLIS) return
      signedMillis = now
      attempt(() => utimesSync(join(folder, OWNER_FILE), now / 1000, now / 1000))
    },
    leave: () => {
      if (signedMillis === undefined) return
      attempt(() => unlinkSync(join(folder, OWNER_FILE)))
      attempt(() => rmdirSync(folder))
    },
  }
}
