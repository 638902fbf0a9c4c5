import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListedFile } from './manifest.js'
import { TAR_BLOCK, tarPadding, writeTarHeader } from './tar-header.js'

/** A file or folder that goes into an archive. */
export interface Packed {
  readonly name: string
  readonly path: string
}

/** The files under a path, each with its name in the archive, in the order of their names. */
const filesUnder = async ({ name, path }: Packed): Promise<readonly Packed[]> => {
  const about = await stat(path)
  if (!about.isDirectory()) return [{ name, path }]
  const names = (await readdir(path)).toSorted()
  const files = await Promise.all(
    names.map((each) => filesUnder({ name: `${name}/${each}`, path: join(path, each) })),
  )
  return files.flat()
}

async function* packFile({ name, path }: Packed, listed: Record<string, ListedFile>): AsyncGenerator<Buffer> {
  const { size } = await stat(path)
  yield writeTarHeader({ name, bytes: size })
  const hash = createHash('sha256')
  let bytes = 0
  if (size > 0) {
    for await (const chunk of createReadStream(path, { end: size - 1 }) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  if (bytes !== size) throw new Error('a file changed while it was copied')
  yield tarPadding(size)
  listed[name] = { bytes, sha256: hash.digest('hex') }
}

/** Writes a tar archive of files that do not change meanwhile, and last an entry made of what was listed. */
export async function* pack(
  contents: readonly Packed[],
  last: (listed: Readonly<Record<string, ListedFile>>) => { readonly name: string; readonly text: string },
): AsyncGenerator<Buffer> {
  const listed: Record<string, ListedFile> = {}
  for (const content of contents) {
    for (const file of await filesUnder(content)) yield* packFile(file, listed)
  }
  const { name, text } = last(listed)
  const body = Buffer.from(text)
  yield writeTarHeader({ name, bytes: body.length })
  yield body
  yield tarPadding(body.length)
  yield Buffer.alloc(2 * TAR_BLOCK)
}
