import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CandorError } from '@candor/practices'
import { isInside } from './manifest.js'
import { readPax, readTarHeader, TAR_BLOCK, type TarEntry } from './tar-header.js'

const cutOff = (): CandorError =>
  new CandorError('CANDOR_BACKUP_UNUSABLE', { fault: 'the archive is cut off' })

/** Gives a stream's bytes in pieces of the length asked for. */
const createReader = (stream: AsyncIterable<Uint8Array>) => {
  const source = stream[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  const more = async (): Promise<void> => {
    const next = await source.next()
    if (next.done === true) throw cutOff()
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value])
  }
  /** Up to so many bytes, at least one. */
  const some = async (most: number): Promise<Buffer> => {
    if (held.length === 0) await more()
    const piece = held.subarray(0, most)
    held = held.subarray(piece.length)
    return piece
  }
  const exactly = async (bytes: number): Promise<Buffer> => {
    while (held.length < bytes) await more()
    return some(Math.max(bytes, 1)).then((piece) => piece.subarray(0, bytes))
  }
  return { some, exactly }
}

type Reader = ReturnType<typeof createReader>

const skipPadding = async (reader: Reader, bytes: number): Promise<void> => {
  const padding = (TAR_BLOCK - (bytes % TAR_BLOCK)) % TAR_BLOCK
  if (padding > 0) await reader.exactly(padding)
}

const writeEntry = async (reader: Reader, { name, bytes }: TarEntry, folder: string): Promise<void> => {
  if (!isInside(name)) throw new CandorError('CANDOR_BACKUP_UNUSABLE', { fault: 'a name leads out of it' })
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    for (let left = bytes; left > 0;) {
      const piece = await reader.some(left)
      await file.write(piece)
      left -= piece.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await skipPadding(reader, bytes)
}

/** Unpacks an archive into a folder that only this user can read. Throws CANDOR_BACKUP_UNUSABLE where it is damaged, cut off, or leads elsewhere. */
export const unpack = async (stream: AsyncIterable<Uint8Array>, folder: string): Promise<void> => {
  const reader = createReader(stream)
  let pax: Partial<TarEntry> = {}
  for (;;) {
    const header = readTarHeader(await reader.exactly(TAR_BLOCK))
    if (header.kind === 'end') return
    if (header.kind === 'pax') {
      pax = readPax(await reader.exactly(header.bytes))
      await skipPadding(reader, header.bytes)
    } else {
      await writeEntry(reader, { ...header, ...pax }, folder)
      pax = {}
    }
  }
}
