import { mkdirSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A folder for files that live as long as one statement; nobody else can read them. */
export interface PrivateFiles {
  /** Runs with the path of a file that does not exist yet, and removes the file afterwards. */
  use<T>(run: (path: string) => Promise<T>): Promise<T>
}

/** Prepares the folder, without what an ended process left in it. */
export const openPrivateFiles = (folder: string): PrivateFiles => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let number = 0
  return {
    use: async (run) => {
      number += 1
      const path = join(folder, `${number}.part`)
      try {
        return await run(path)
      } finally {
        await rm(path, { force: true })
      }
    },
  }
}

/** Writes blocks to a new file that only this user can read. */
export const writeBlocks = async (
  path: string,
  blocks: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const block of blocks) await file.write(block)
  } finally {
    await file.close()
  }
}
