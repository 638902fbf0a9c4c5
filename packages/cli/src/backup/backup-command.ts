import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CandorError, type Localised } from '@candor/practices'
import type { Command } from 'commander'
import { requestService } from '../admission/ask-service.js'
import { addOperatorOptions, type OperatorOptions } from '../admission/operator-options.js'
import { runCommand } from '../policy/run-command.js'
import { serviceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'

interface BackupOptions extends OperatorOptions {
  readonly withKeyring?: true
}

type Bytes = AsyncIterable<Uint8Array>

/** Written beside and renamed, so that a backup is there as a whole or not at all. */
const writeArchive = async (archive: Bytes, path: string): Promise<void> => {
  const part = `${path}.part`
  try {
    await pipeline(Readable.from(archive), createWriteStream(part, { mode: 0o600, flush: true }))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

const writeFolder = async (archive: Bytes, path: string): Promise<void> => {
  const { unpackBackup } = await import('@candor/server')
  mkdirSync(path, { recursive: true, mode: 0o700 })
  await unpackBackup(archive, path)
}

/** What is there stays: a backup never takes another one's place. */
const requireFree = (path: string): void => {
  if (!existsSync(path) || (!path.endsWith('.tar') && readdirSync(path).length === 0)) return
  throw new CandorError('CANDOR_BACKUP_UNUSABLE', { path, fault: 'something is there already' })
}

const backedUp = (target: string, { withKeyring }: BackupOptions): Localised =>
  withKeyring === true
    ? {
        en: `Backed up to ${target}, with the keys: keep it as secret as they are.\n`,
        es: `Copia guardada en ${target}, con las claves: guárdela con el mismo secreto que ellas.\n`,
      }
    : {
        en: `Backed up to ${target}. It holds no keys: keep keyring.json, subject-secret and the .pem files of the data folder apart.\n`,
        es: `Copia guardada en ${target}. No contiene claves: guarde aparte keyring.json, subject-secret y los archivos .pem de la carpeta de datos.\n`,
      }

/** `candor backup <target>`: a copy of a running service at one moment, as a folder or a .tar file. */
export const addBackupCommand = (program: Command, surroundings: Surroundings): void => {
  const backup = program
    .command('backup')
    .description('copy a running service: control plane, spool and store at one moment')
    .argument('<target>', 'a file that ends with .tar, or an empty folder')
    .option(
      '--with-keyring',
      'the keyring, signing keys and operator token too: whoever has them can make pseudonyms',
    )
    .action(async (target: string, options: BackupOptions) =>
      runCommand(surroundings, options, async () => {
        requireFree(target)
        const access = serviceAccess(surroundings.env, options.url)
        const query = options.withKeyring === true ? '?keys=included' : ''
        const { body } = await requestService(access, `/api/backup${query}`, { method: 'POST' })
        if (body === null) throw new CandorError('CANDOR_BACKUP_UNUSABLE', { fault: 'it is empty' })
        await (target.endsWith('.tar') ? writeArchive : writeFolder)(body, target)
        return { text: backedUp(target, options), data: { target, keys: options.withKeyring === true } }
      }),
    )
  addOperatorOptions(backup)
}
