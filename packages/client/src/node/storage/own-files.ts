import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Count } from '../../core/diagnostics.js'
import type { KeyValueStorage } from '../../core/storage.js'
import { fileOf, replaceFile } from './files.js'
import { createInstanceFolder, type InstanceFolder } from './instance-folder.js'
import type { Owner } from './owner.js'
import { viewValues, type Values } from './view-values.js'

/** What one instance has of its own: a file a key, in a folder that one rename gives to another. */
export interface OwnFiles {
  readonly storage: KeyValueStorage
  /** Its folder, made where there was none; throws where the disk refuses. */
  readonly folder: () => string
  /** Knows of an entry that came into the folder. */
  readonly receive: (key: string, value: string) => void
  /** Looks whether another process took the folder: then goes on in a new one, without what was in it. Returns whether it did. */
  readonly refresh: () => boolean
  /** Writes again what could not be written, and shows that the instance lives. */
  readonly retry: () => void
  /** For good: what is changed from then on is in memory alone. */
  readonly close: () => void
}

/** Where instances are. */
export interface OwnPlace {
  /** The folder of their folders. */
  readonly root: string
  readonly owner: Owner
}

/** The entries of an instance, and which of them are in its folder. */
const createEntries = ({ root, owner }: OwnPlace, lost: () => void) => {
  const values: Values = new Map()
  const onDisk = new Set<string>()
  const next = (): InstanceFolder => createInstanceFolder(root, randomUUID(), owner)
  let instance = next()
  return {
    values,
    onDisk,
    instance: () => instance,
    put: (key: string): void => {
      const value = values.get(key)
      if (typeof value === 'string') {
        replaceFile(join(instance.path(), fileOf(key)), value, 'own')
        onDisk.add(key)
      } else if (onDisk.delete(key)) rmSync(join(instance.path(), fileOf(key)), { force: true })
    },
    refresh: (): boolean => {
      if (!instance.isTaken()) return false
      for (const key of onDisk) values.set(key, null)
      onDisk.clear()
      instance = next()
      lost()
      return true
    },
  }
}

/** Begins an instance without entries. It calls back when another process took what it had. */
export const createOwnFiles = (place: OwnPlace, count: Count, lost: () => void): OwnFiles => {
  const { values, onDisk, instance, put, refresh } = createEntries(place, lost)
  const dirty = new Set<string>()
  let isClosed = false
  const write = (key: string): boolean => {
    try {
      if (!isClosed) put(key)
      dirty.delete(key)
      return true
    } catch {
      // What was in the folder is another's now; what was not goes into the new one.
      if (refresh()) return write(key)
      dirty.add(key)
      return false
    }
  }
  const retry = (): void => {
    instance().sign()
    void [...dirty].every(write)
  }
  return {
    storage: viewValues(values, (key) => {
      if (!write(key)) count('storage-failed')
    }),
    folder: () => instance().path(),
    receive: (key, value) => {
      values.set(key, value)
      onDisk.add(key)
    },
    refresh,
    retry,
    close: () => {
      retry()
      isClosed = true
      instance().leave()
    },
  }
}
