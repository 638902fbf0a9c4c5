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
