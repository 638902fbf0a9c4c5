import type { DataCategory } from '@candor/practices'
import { leastFreeBytes, readDisk, type ReadDisk } from './disk.js'

/** Whether the disk has room for reports of a category. */
export type RoomCheck = (category: DataCategory) => boolean

/** How long a look at the disk counts, in milliseconds. */
const LOOK_MILLIS = 1000

/** Errors give way first: their lane stops at twice the free space of the others. */
const ERROR_FACTOR = 2

/**
 * Looks at most once a second how much room the disk of a folder has. The answer is the last one known; until the first
 * look is done, there is room.
 */
export const createRoomCheck = (
  folder: string,
  now: () => number,
  askDisk: ReadDisk = readDisk,
): RoomCheck => {
  let lookedAt = -Infinity
  let freeBytes = Infinity
  let leastBytes = 0
  const look = async (): Promise<void> => {
    const room = await askDisk(folder)
    freeBytes = room.freeBytes
    leastBytes = leastFreeBytes(room.totalBytes)
  }
  return (category) => {
    const atMillis = now()
    if (Math.abs(atMillis - lookedAt) >= LOOK_MILLIS) {
      lookedAt = atMillis
      // A disk that cannot be asked is no reason to refuse reports.
      look().catch(() => undefined)
    }
    return freeBytes >= (category === 'error' ? leastBytes * ERROR_FACTOR : leastBytes)
  }
}
