import { readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'

import { attempt } from './attempt.js'
import { fileOf, keyOf, SILENT_MILLIS, UNFINISHED } from './files.js'
import { isLeft, OWNER_FILE } from './owner.js'
import type { OwnFiles, OwnPlace } from './own-files.js'

const list = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes a folder that has no entries. One that was wrongly thought to have ended keeps what it writes meanwhile. */
const removeEmpty = (folder: string): boolean => {
  if (readdirSync(folder).some((name) => name !== OWNER_FILE)) return false
  rmSync(join(folder, OWNER_FILE), { force: true })
  rmdirSync(folder)
  return true
}

/** Moves the entries of a folder, and of those that it had taken itself, into the instance's own folder. */
const unpack = (from: string, own: OwnFiles, came: string[]): void => {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const path = join(from, entry.name)
    const key = keyOf(entry.name)
    if (entry.isDirectory()) unpack(path, own, came)
    else if (entry.name === OWNER_FILE || key === undefined) unlinkSync(path)
    else {
      const value = readFileSync(path, 'utf8')
      renameSync(path, join(own.folder(), entry.name))
      own.receive(key, value)
      came.push(key)
    }
  }
  rmdirSync(from)
}

/** Takes the folders of instances that have ended: one rename makes each this one's. Returns the keys that came. */
export const takeLeftFolders = ({ root, owner }: OwnPlace, own: OwnFiles): readonly string[] => {
  const came: string[] = []
  // A machine that slept for a day takes nothing from itself.
  own.retry()
  for (const name of list(root)) {
    const path = join(root, name)
    if (name.endsWith(UNFINISHED)) {
      attempt(() => {
        if (Date.now() - statSync(path).mtimeMs > SILENT_MILLIS) rmSync(path, { recursive: true })
      })
    } else if (isLeft(path, owner, Date.now())) {
      attempt(() => {
        if (removeEmpty(path)) return
        const taken = join(own.folder(), `${OWNER_FILE}.${name}`)
        renameSync(path, taken)
        unpack(taken, own, came)
      })
    }
  }
  own.refresh()
  return came
}

/** Takes what an earlier release kept among what is shared. Returns the keys that came. */
export const takeFiles = (
  folder: string,
  prefix: string,
  isForeign: (key: string) => boolean,
  own: OwnFiles,
): readonly string[] =>
  list(folder).flatMap((name) => {
    const key = name.startsWith(prefix) ? keyOf(name.slice(prefix.length)) : undefined
    if (key === undefined || !isForeign(key)) return []
    const came: string[] = []
    attempt(() => {
      const path = join(own.folder(), fileOf(key))
      renameSync(join(folder, name), path)
      own.receive(key, readFileSync(path, 'utf8'))
      came.push(key)
    })
    return came
  })
