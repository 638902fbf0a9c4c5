import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SecureContextOptions } from 'node:tls'
import { CandorError } from '@candor/practices'
import type { FastifyReply } from 'fastify'
import { EVERYBODY } from '../api/contract/access.js'
import { openControlPlane } from '../control-plane/open-control-plane.js'
import { createApp } from '../http/app.js'
import { listen } from '../http/listen.js'
import { addPolicyRoutes } from '../http/policy-routes.js'
import type { SettledOptions } from '../options.js'
import { openSigner } from '../signer.js'
import { openCollector } from '../workers/open-collector.js'
import { LAST_KNOWN } from './keep-last-known.js'

const CODE = 'CANDOR_CONTROL_PLANE_AWAY'
const RETRY_AFTER_SECONDS = '5'

const told = (reply: FastifyReply, body: object): FastifyReply =>
  reply.header('cache-control', 'no-store').send(body)

/** Whether there is a copy; one that is damaged is told, and passed over. */
const isUsable = async (path: string, onFailure: SettledOptions['onFailure']): Promise<boolean> => {
  if (!existsSync(path)) return false
  try {
    const copy = await openControlPlane(path)
    await copy.destroy()
    return true
  } catch (error) {
    onFailure('CANDOR_INTERNAL', error)
    return false
  }
}

/**
 * Serves devices by what was known last, while PostgreSQL is away and a service cannot start: reports are taken into the
 * spool, and policies answered; everything else waits (503). Answers what ends it, or undefined where nothing is known here.
 */
export const serveLastKnown = async (
  options: SettledOptions,
  tls: SecureContextOptions | undefined,
): Promise<(() => Promise<void>) | undefined> => {
  const { dataFolder, host, port, onFailure, log, maxConnections } = options
  const control = join(dataFolder, LAST_KNOWN)
  if (!(await isUsable(control, onFailure))) return undefined
  const collector = await openCollector({ ...options, control, spent: [], stands: 'alone' })
  const { ingest, requests, policies } = collector
  const app = createApp({ first: ingest, onFailure, requests, log, tls, maxConnections })
  const faults = [{ part: 'control-plane', code: CODE }]
  const open = { config: { access: EVERYBODY } }
  app.get('/healthz', open, async (_request, reply) => told(reply, { status: 'alive' }))
  app.get('/readyz', open, async (_request, reply) => told(reply, { status: 'ready', faults }))
  addPolicyRoutes(app, { ...policies, policySigner: openSigner(join(dataFolder, 'policy-signing-key.pem')) })
  app.all('/*', open, async (_request, reply) => {
    reply.header('retry-after', RETRY_AFTER_SECONDS)
    throw new CandorError(CODE)
  })
  const listener = await listen(app, { host, port }, options)
  return async () => {
    await listener.close()
    await collector.close()
  }
}
