import { statfs } from 'node:fs/promises'

/** The room of a disk. */
export interface DiskRoom {
  readonly freeBytes: number
  readonly totalBytes: number
}

/** Asks how much room the disk of a folder has. */
export type ReadDisk = (folder: string) => Promise<DiskRoom>

/** The room that the system tells of, for who is not its administrator. */
export const readDisk: ReadDisk = async (folder) => {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

/** The least free space, in bytes, and as a part of the disk: whichever is less. */
const LEAST_BYTES = 268_435_456
const LEAST_PART = 0.05

/** Bytes that must be free on a disk of a size, in bytes, for reports to be accepted; for errors twice as many. */
export const leastFreeBytes = (totalBytes: number): number => Math.min(LEAST_BYTES, totalBytes * LEAST_PART)
