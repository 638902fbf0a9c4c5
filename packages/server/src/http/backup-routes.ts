import { Readable } from 'node:stream'
import { CandorError } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import type { Backup } from '../backup/create-backup.js'
import type { OnFailure } from './app.js'
import type { RequireOperator } from './operator.js'

interface BackupRouteParts {
  readonly backup: Backup
  readonly requireOperator: RequireOperator
  readonly onFailure: OnFailure
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** `POST /api/backup`: a tar archive of the running service, for operators; with `?keys=included` the keys too, on the same machine alone. */
export const addBackupRoutes = (
  app: FastifyInstance,
  { backup, requireOperator, onFailure }: BackupRouteParts,
): void => {
  app.post<{ Querystring: { readonly keys?: string } }>(
    '/api/backup',
    { preHandler: requireOperator },
    async ({ query, ip, headers }, reply) => {
      const keys = query.keys === 'included' ? 'included' : 'left-out'
      // A proxy on this machine forwards for others.
      const isHere =
        LOOPBACK.has(ip) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined
      if (keys === 'included' && !isHere)
        throw new CandorError('CANDOR_TOKEN_REFUSED', { expected: 'keys leave for this machine alone' })
      const open = await backup.make(keys)
      const stream = Readable.from(open.archive, { objectMode: false })
      stream.once('error', (error) => onFailure('CANDOR_INTERNAL', error))
      stream.once(
        'close',
        () => void open.end().catch((error: unknown) => onFailure('CANDOR_INTERNAL', error)),
      )
      return reply.type('application/x-tar').send(stream)
    },
  )
}
