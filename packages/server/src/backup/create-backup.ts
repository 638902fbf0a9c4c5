import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CandorError } from '@candor/practices'
import { sql } from 'kysely'
import type { Engine } from '../control-plane/engine.js'
import type { ControlPlane } from '../control-plane/open-control-plane.js'
import type { Loader } from '../loader/loader.js'
import { laneKey } from '../spool/lane-state.js'
import type { Spool } from '../spool/spool.js'
import { literal } from '../store/identifiers.js'
import type { Frozen, Store } from '../store/store.js'
import type { TakeTurn } from '../turns.js'
import { copySpool, type SpoolCopyParts } from './copy-spool.js'
import { KEY_FILES, MANIFEST, type Manifest } from './manifest.js'
import { pack, type Packed } from './pack.js'

/** Makes backups of the running service. */
export interface Backup {
  /** Throws CANDOR_BACKUP_ELSEWHERE where none can be made here. */
  requirePossible(): void
  /**
   * A tar archive of all that was stored, waits and is configured at one moment; reports are taken meanwhile. Throws
   * CANDOR_BUSY while another one is made, and CANDOR_BACKUP_ELSEWHERE where the control plane is in PostgreSQL.
   */
  make(keys: Manifest['keys']): Promise<OpenBackup>
}

/** A backup that is being read. */
export interface OpenBackup {
  readonly archive: AsyncGenerator<Buffer>
  /** Lets go of what the archive is read from. Reading it to its end does so too; it must be called where that may not come. */
  end(): Promise<void>
}

/** What backups are made of. */
export interface BackupParts extends Pick<SpoolCopyParts, 'noteEpochs'> {
  readonly at: (name: string) => string
  readonly controlPlane: ControlPlane
  readonly engine: Engine
  readonly spool: Pick<Spool, 'settled' | 'copy'>
  readonly store: Pick<Store, 'freeze'>
  readonly loader: Pick<Loader, 'pause'>
  readonly takeTurn: TakeTurn
  readonly now: () => number
}

const FROZEN = 'backup'

/**
 * Copies the spool and holds the tables while nothing moves between them, so that each report is in exactly one. The
 * control plane comes in the same turn, in which nothing is deleted.
 */
const hold = async (
  { controlPlane, spool, store, loader, noteEpochs, takeTurn }: BackupParts,
  folder: string,
): Promise<Frozen> =>
  takeTurn(async () => {
    await sql
      .raw(`VACUUM INTO ${literal(join(folder, 'control-plane.db')).replaceAll("\\'", "''")}`)
      .execute(controlPlane)
    return loader.pause(async () => {
      await spool.settled()
      await copySpool({ spool, noteEpochs }, join(folder, 'spool'))
      return store.freeze(FROZEN)
    })
  })

const tableFolder = (table: Frozen['tables'][number]): string => `store/${laneKey(table.lane)}`

const contentsOf = (folder: string, { tables }: Frozen, keys: readonly Packed[]): readonly Packed[] => [
  { name: 'control-plane.db', path: join(folder, 'control-plane.db') },
  { name: 'spool/data.mdb', path: join(folder, 'spool', 'data.mdb') },
  ...tables.flatMap((table) =>
    existsSync(table.folder) ? [{ name: tableFolder(table), path: table.folder }] : [],
  ),
  ...keys,
]

/** Who has read an archive to its end finds nothing of it held any more. */
async function* untilEnd(archive: AsyncGenerator<Buffer>, end: () => Promise<void>): AsyncGenerator<Buffer> {
  try {
    yield* archive
  } finally {
    await end()
  }
}

const write = (
  { at, now }: BackupParts,
  folder: string,
  frozen: Frozen,
  keys: Manifest['keys'],
): AsyncGenerator<Buffer> => {
  const madeAt = new Date(now()).toISOString()
  const tables = frozen.tables.map((table) => ({
    ...table.lane,
    folder: tableFolder(table),
    rows: table.rows,
    reports: table.reports,
  }))
  const keyFiles = KEY_FILES.map((name) => ({ name, path: at(name) })).filter(({ path }) => existsSync(path))
  return pack(contentsOf(folder, frozen, keys === 'included' ? keyFiles : []), (files) => {
    const manifest: Manifest = { v: 1, kind: 'candor-backup', madeAt, keys, tables, files }
    return { name: MANIFEST, text: JSON.stringify(manifest) }
  })
}

/** Creates what makes backups; one is made at a time. */
export const createBackup = (parts: BackupParts): Backup => {
  const { at, engine } = parts
  const folder = at('backup')
  let underWay: 'none' | 'one' = 'none'
  const requirePossible = (): void => {
    if (engine === 'postgres') throw new CandorError('CANDOR_BACKUP_ELSEWHERE')
  }
  return {
    requirePossible,
    make: async (keys) => {
      requirePossible()
      if (underWay === 'one') throw new CandorError('CANDOR_BUSY')
      underWay = 'one'
      let frozen: Frozen | undefined
      let ending: Promise<void> | undefined
      const letGo = async (): Promise<void> => {
        await frozen?.release()
        await rm(folder, { recursive: true, force: true })
        underWay = 'none'
      }
      const end = async (): Promise<void> => {
        ending ??= letGo()
        return ending
      }
      try {
        await rm(folder, { recursive: true, force: true })
        await mkdir(folder, { mode: 0o700 })
        frozen = await hold(parts, folder)
        return { archive: untilEnd(write(parts, folder, frozen, keys), end), end }
      } catch (error) {
        await end()
        throw error
      }
    },
  }
}
