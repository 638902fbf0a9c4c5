import { mkdir, rm } from 'node:fs/promises'
import type { Spool } from '../spool/spool.js'

/** What a copy of the spool is made of. */
export interface SpoolCopyParts {
  readonly spool: Pick<Spool, 'copy'>
  /** Notes in the spool which epochs its pseudonyms are of; resolves with how many there are by now. */
  readonly noteEpochs: () => Promise<number>
}

/** Copies the spool; again where an epoch began meanwhile, which a collector process may have used before it was noted. */
export const copySpool = async ({ spool, noteEpochs }: SpoolCopyParts, folder: string): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  const epochs = await noteEpochs()
  await spool.copy(folder)
  if ((await noteEpochs()) !== epochs) await copySpool({ spool, noteEpochs }, folder)
}
