import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CandorError } from '@candor/practices'
import { openControlPlane } from '../control-plane/open-control-plane.js'
import { openPracticesVersions } from '../control-plane/practices-versions.js'
import { openEmbeddedStore } from '../store/embedded-store.js'
import { KEY_FILES, MANIFEST, parseManifest, type Manifest } from './manifest.js'
import { unpack } from './unpack.js'

/** What is restored, and where. */
export interface RestoreOptions {
  /** A tar archive, or the folder that one was unpacked to. */
  readonly backup: string
  /** Must not be there, or be empty. */
  readonly dataFolder: string
}

/** What was restored. */
export interface Restored {
  readonly madeAt: string
  readonly rows: number
  /** Key files that the backup does not hold and the service needs. */
  readonly missingKeys: readonly string[]
}

const unusable = (fault: string, more: Readonly<Record<string, string | number>> = {}): CandorError =>
  new CandorError('CANDOR_BACKUP_UNUSABLE', { fault, ...more })

const requireEmpty = async (folder: string): Promise<void> => {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw unusable('the folder is not empty', { folder })
}

const bring = async (backup: string, folder: string): Promise<void> => {
  if (!existsSync(backup)) throw unusable('there is no such backup', { backup })
  if ((await stat(backup)).isDirectory()) await cp(backup, folder, { recursive: true })
  else await unpack(createReadStream(backup), folder)
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

/** Reads the manifest and compares every file with it. */
const verify = async (folder: string): Promise<Manifest> => {
  const path = join(folder, MANIFEST)
  if (!existsSync(path)) throw unusable('the backup is not complete: it has no manifest')
  const manifest = parseManifest(await readFile(path, 'utf8'))
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    const file = join(folder, name)
    if (!existsSync(file)) throw unusable('a file is missing', { file: name })
    if ((await hashOf(file)) !== sha256)
      throw unusable('a file differs from what was backed up', { file: name })
  }
  return manifest
}

const versionsIn = async (path: string) => {
  const controlPlane = await openControlPlane(path)
  try {
    const products = await controlPlane
      .selectFrom('practices_versions')
      .select('product')
      .distinct()
      .execute()
    const versions = await openPracticesVersions(controlPlane, [], 0)
    return products.flatMap(({ product }) => versions.of(product).map(({ practices }) => practices))
  } finally {
    await controlPlane.destroy()
  }
}

/** Makes the tables and takes their files in; each must have the rows that it had. */
const fillStore = async (unpacked: string, folder: string, { tables }: Manifest): Promise<number> => {
  const versions = await versionsIn(join(folder, 'control-plane.db'))
  const store = await openEmbeddedStore({ folder: join(folder, 'store') })
  try {
    await store.prepare(versions)
    let total = 0
    for (const { product, category, ...table } of tables) {
      const from = join(unpacked, table.folder)
      if (!existsSync(from)) await mkdir(from, { recursive: true })
      const rows = await store.attach({ lane: { product, category }, ...table, folder: from })
      if (rows !== table.rows && table.reports === 'once')
        throw unusable('a table has other rows than it had', {
          table: `${product}/${category}`,
          rows,
          expected: table.rows,
        })
      total += rows
    }
    return total
  } finally {
    await store.close()
  }
}

const moveFiles = async (unpacked: string, folder: string, { files }: Manifest): Promise<void> => {
  for (const name of Object.keys(files)) {
    if (name.startsWith('store/')) continue
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 })
    await rename(join(unpacked, name), join(folder, name))
  }
}

/**
 * Restores a backup: unpacks and verifies it beside the folder, and gives it its name at the very end, so that a data
 * folder is there as a whole or not at all. Throws CANDOR_BACKUP_UNUSABLE where the backup is not what was made, or the
 * folder is not empty.
 */
export const restoreBackup = async ({ backup, dataFolder }: RestoreOptions): Promise<Restored> => {
  await requireEmpty(dataFolder)
  const made = `${dataFolder}.restoring`
  const unpacked = join(made, 'backup')
  await rm(made, { recursive: true, force: true })
  await mkdir(made, { recursive: true, mode: 0o700 })
  try {
    await bring(backup, unpacked)
    const manifest = await verify(unpacked)
    await moveFiles(unpacked, made, manifest)
    const rows = await fillStore(unpacked, made, manifest)
    await rm(unpacked, { recursive: true })
    await rm(dataFolder, { recursive: true, force: true })
    await rename(made, dataFolder)
    const missingKeys = KEY_FILES.filter(
      (name) => name !== 'operator-token' && !existsSync(join(dataFolder, name)),
    )
    return { madeAt: manifest.madeAt, rows, missingKeys }
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    throw error
  }
}
