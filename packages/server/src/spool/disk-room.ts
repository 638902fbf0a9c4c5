import { statfsSync } from 'node:fs'
import { leastFreeBytes, type DiskRoom } from '../admission/disk.js'

/** The room of the disk that a folder is on. A disk that cannot be asked has room: writing will tell. */
export const readDiskRoom = (folder: string): DiskRoom => {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return { freeBytes: Infinity, totalBytes: Infinity }
  }
}

/** Errors give way first: their lane stops at twice the free space of the others. */
const ERROR_FACTOR = 2

/** The spool stops by itself at this part of it; the rest is for moving to the store what waits, which makes room. */
const SPOOL_PART = 0.25

/** The free space, in bytes, below which nothing more is taken in: errors, all lanes, and the spool's own last line. */
export interface RoomLevels {
  readonly errors: number
  readonly all: number
  readonly spool: number
}

/** The levels of a disk of this size. */
export const roomLevels = (totalBytes: number): RoomLevels => {
  const all = leastFreeBytes(totalBytes)
  return { errors: all * ERROR_FACTOR, all, spool: all * SPOOL_PART }
}

/** How long a look at the disk counts while so many bytes are free beyond what the spool needs, which is more than is written meanwhile. */
const LOOK_MILLIS = 50
const PLENTY_BYTES = 134_217_728

/** Makes the check whether the spool may take more: asking the system for each commit costs as much as some steps of admission. */
export const createRoomLook = (readRoom: () => DiskRoom, steadyNow: () => number): (() => boolean) => {
  let plentyUntil = -Infinity
  return () => {
    const atMillis = steadyNow()
    if (atMillis < plentyUntil) return true
    const { freeBytes, totalBytes } = readRoom()
    const beyondBytes = freeBytes - roomLevels(totalBytes).spool
    plentyUntil = beyondBytes > PLENTY_BYTES ? atMillis + LOOK_MILLIS : -Infinity
    return beyondBytes >= 0
  }
}
