import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { Count } from '../../core/diagnostics.js'
import type { KeyValueStorage } from '../../core/storage.js'
import { fileOf, keyOf, replaceFile, SILENT_MILLIS, UNFINISHED } from './files.js'
import { makeFolder } from './make-folder.js'
import { viewValues, type Values } from './view-values.js'

/** What the processes that use a folder share: a file a key. */
export interface SharedFiles {
  readonly storage: KeyValueStorage
  /** Looks whether another process changed something. Returns whether it did. */
  readonly refresh: () => boolean
  /** Writes again what could not be written. */
  readonly retry: () => void
}

/** Where shared files are. */
export interface SharedPlace {
  readonly folder: string
  /** What the names of the product's files begin with. */
  readonly prefix: string
  /** No other writer's. */
  readonly writer: string
  /** Keys that are not shared, though an earlier release kept them here. */
  readonly isForeign: (key: string) => boolean
}

/** A change that is younger may not be the last one with its time, where the file system's clock is coarse. */
const COARSE_MILLIS = 2000

const readFiles = ({ folder, prefix, isForeign }: SharedPlace): Values => {
  const values: Values = new Map()
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue
    const path = join(folder, name)
    const key = keyOf(name.slice(prefix.length))
    try {
      if (key !== undefined && !isForeign(key)) values.set(key, readFileSync(path, 'utf8'))
      if (name.endsWith(UNFINISHED) && Date.now() - statSync(path).mtimeMs > SILENT_MILLIS) rmSync(path)
    } catch {
      // Removed meanwhile, or not a file.
    }
  }
  return values
}

/** Takes what was read into memory, but for what is still to be written. Returns whether something was new. */
const merge = (values: Values, found: Values, dirty: ReadonlySet<string>): boolean => {
  let isNew = false
  for (const key of new Set([...values.keys(), ...found.keys()])) {
    const value = found.get(key)
    if (dirty.has(key) || values.get(key) === value) continue
    isNew = true
    if (value === undefined) values.delete(key)
    else values.set(key, value)
  }
  return isNew
}

/** Makes what looks for changes: as long as the folder's time stays, there are none. */
const createRefresh = (place: SharedPlace, take: (found: Values) => boolean): (() => boolean) => {
  let seenMillis: number | undefined
  return () => {
    try {
      const { mtimeMs } = statSync(place.folder)
      if (mtimeMs === seenMillis) return false
      seenMillis = Math.abs(Date.now() - mtimeMs) > COARSE_MILLIS ? mtimeMs : undefined
      return take(readFiles(place))
    } catch {
      // What is in memory goes on counting.
      return false
    }
  }
}

/** Reads the shared files into memory; the folder is made where there is none. The last writer wins. */
export const createSharedFiles = (place: SharedPlace, count: Count): SharedFiles => {
  const { folder, prefix, writer } = place
  const values: Values = new Map()
  const dirty = new Set<string>()
  const refresh = createRefresh(place, (found) => merge(values, found, dirty))
  const write = (key: string): boolean => {
    const path = join(folder, prefix + fileOf(key))
    const value = values.get(key) ?? undefined
    try {
      makeFolder(folder)
      if (value === undefined) rmSync(path, { force: true })
      else replaceFile(path, value, writer)
      dirty.delete(key)
      return true
    } catch {
      dirty.add(key)
      return false
    }
  }
  try {
    makeFolder(folder)
    readdirSync(folder)
  } catch {
    count('storage-failed')
  }
  refresh()
  return {
    storage: viewValues(values, (key) => {
      if (!write(key)) count('storage-failed')
    }),
    refresh,
    retry: () => void [...dirty].every(write),
  }
}
