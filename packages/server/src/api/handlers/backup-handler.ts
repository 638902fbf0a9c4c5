import { Readable } from 'node:stream'
import { CandorError } from '@candor/practices'
import type { Backup } from '../../backup/create-backup.js'
import { change } from '../../control-plane/audit-log.js'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import type { OnFailure } from '../../http/app.js'
import type { Handler } from '../call.js'
import type { DATA_ROUTES } from '../contract/data-routes.js'

/** What backups need. */
export interface BackupParts {
  readonly backup: Backup
  readonly controlPlane: ControlPlane
  readonly onFailure: OnFailure
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** A tar archive of the running service; with `?keys=included` the keys too, on the same machine alone. */
export const backupHandler =
  ({ backup, controlPlane, onFailure }: BackupParts): Handler<(typeof DATA_ROUTES)['makeBackup']> =>
  async ({ query, request, reply, by }) => {
    const { ip, headers } = request
    const keys = query.keys === 'included' ? 'included' : 'left-out'
    // A proxy on this machine forwards for others.
    const isHere =
      LOOPBACK.has(ip) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined
    if (keys === 'included' && !isHere)
      throw new CandorError('CANDOR_TOKEN_REFUSED', { expected: 'keys leave for this machine alone' })
    backup.requirePossible()
    const fact = { action: 'data.backup', target: 'the service', after: { keys } } as const
    await change(controlPlane, by, async () => ({ result: undefined, fact }))
    const open = await backup.make(keys)
    const stream = Readable.from(open.archive, { objectMode: false })
    const tell = (error: unknown): void => onFailure('CANDOR_INTERNAL', error)
    stream.once('error', tell)
    stream.once('close', () => void open.end().catch(tell))
    return reply.type('application/x-tar').send(stream)
  }
