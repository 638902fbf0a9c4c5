import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CandorError } from '@candor/practices'
import type { Command } from 'commander'
import { errorOf, operatorHeaders, serviceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'

interface BackupOptions {
  readonly withKeyring?: true
  readonly url?: string
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

/** `candor backup <target>`: a copy of a running service at one moment, as a folder or a .tar file. */
export const addBackupCommand = (program: Command, { env, stdout }: Surroundings): void => {
  program
    .command('backup')
    .description('copy a running service: control plane, spool and store at one moment')
    .argument('<target>', 'a file that ends with .tar, or an empty folder')
    .option(
      '--with-keyring',
      'the keyring, signing keys and operator token too: whoever has them can make pseudonyms',
    )
    .option('--url <url>', 'the service (default: CANDOR_URL, or the one on PORT of this machine)')
    .action(async (target: string, { withKeyring, url }: BackupOptions) => {
      requireFree(target)
      const access = serviceAccess(env, url)
      const query = withKeyring === true ? '?keys=included' : ''
      const response = await fetch(`${access.url}/api/backup${query}`, {
        method: 'POST',
        headers: operatorHeaders(access),
      })
      if (!response.ok || response.body === null) throw await errorOf(response)
      await (target.endsWith('.tar') ? writeArchive : writeFolder)(response.body, target)
      stdout.write(
        withKeyring === true
          ? `Backed up to ${target}, with the keys: keep it as secret as they are.\n`
          : `Backed up to ${target}. It holds no keys: keep keyring.json, subject-secret and the .pem files of the data folder apart.\n`,
      )
    })
}
