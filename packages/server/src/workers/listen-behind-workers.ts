import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { drain } from '../http/drain.js'
import { addressOf, createReload, warnOfPlainHttp, type Listener } from '../http/listen.js'
import { followTlsFiles } from '../http/tls.js'
import type { SettledOptions } from '../options.js'
import { startWorkers, type Workers } from './start-workers.js'

/** A service whose collector processes take all requests, and pass on to it what is not ingest. */
export interface WorkersListener extends Listener {
  readonly workers: Workers
}

/**
 * Starts the collector processes of an application, which listens at a socket of its own. They end TLS, and begin with
 * the time that is believed here.
 */
export const listenBehindWorkers = async (
  app: FastifyInstance,
  trustedNow: () => number,
  options: SettledOptions,
): Promise<WorkersListener> => {
  const { dataFolder, control, products, limits, maxConnections, trustedProxies, tls, host, port, now } =
    options
  warnOfPlainHttp(host, options)
  const folder = mkdtempSync(join(tmpdir(), 'candor-main-'))
  const mainSocket = join(folder, 'socket')
  await app.listen({ path: mainSocket })
  const given = { dataFolder, control, products, limits, maxConnections, trustedProxies }
  const setup = { ...given, tls, host, port, mainSocket }
  const { workers: count, onFailure, drainMillis } = options
  const workers = await startWorkers({ count, setup, now, trustedNow, onFailure })
  // The main process reads the files first, so that those that cannot be used reach no other.
  const reload = createReload(workers.reload, options)
  const unfollow = tls === undefined ? () => undefined : followTlsFiles(tls, reload)
  return {
    url: addressOf(tls === undefined ? 'http' : 'https', host, workers),
    reload,
    workers,
    close: async () => {
      unfollow()
      await workers.close()
      await drain(app, drainMillis)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
