import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CandorError } from '@candor/practices'
import type { FastifyInstance } from 'fastify'
import { drain } from '../http/drain.js'
import type { Listener } from '../http/listen.js'
import type { SettledOptions } from '../options.js'
import { startWorkers, type Workers } from './start-workers.js'

/** A service whose collector processes take all requests, and pass on to it what is not ingest. */
export interface WorkersListener extends Listener {
  readonly workers: Workers
}

const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Starts the collector processes of an application, which listens at a socket of its own. Throws CANDOR_CONFIGURATION_INVALID with TLS. */
export const listenBehindWorkers = async (
  app: FastifyInstance,
  options: SettledOptions,
): Promise<WorkersListener> => {
  const { dataFolder, control, products, limits, trustedProxies, host, port, onFailure, drainMillis } =
    options
  if (options.tls !== undefined)
    throw new CandorError('CANDOR_CONFIGURATION_INVALID', { key: 'workers', expected: '0 with tls' })
  const folder = mkdtempSync(join(tmpdir(), 'candor-main-'))
  const mainSocket = join(folder, 'socket')
  await app.listen({ path: mainSocket })
  const setup = { dataFolder, control, products, limits, trustedProxies, host, port, mainSocket }
  const workers = await startWorkers({ count: options.workers, setup, onFailure })
  return {
    url: addressOf(host, workers.port),
    reload: () => undefined,
    workers,
    close: async () => {
      await workers.close()
      await drain(app, drainMillis)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
