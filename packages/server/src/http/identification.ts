import { CandorError } from '@candor/practices'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireOwnOrigin, requireRole, type InsightAccess } from '../api/authorise.js'
import type { Access } from '../api/contract/access.js'
import { isAway } from '../control-plane/away.js'
import type { Identify } from '../people/identify.js'
import { NOBODY, type Principal } from '../people/principal.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. */
    access?: Access
  }
}

/** What is needed to let requests in or not. */
export interface IdentificationParts {
  readonly identify: Identify
  readonly insights: InsightAccess
  /** Where the service is reached, where it is configured. */
  readonly publicOrigin: string | undefined
  /** Asks the control plane something; rejects where it is away. */
  readonly probe: () => Promise<unknown>
}

/** Who asks, of requests that were let in. */
export interface Identification {
  readonly principalOf: (request: FastifyRequest) => Principal
  /** Throws where no operator asks. */
  readonly requireOperator: (request: FastifyRequest) => Promise<void>
}

/** Says that the control plane is away, where that is why it could not be found out who asks. */
const whyFailed = async (error: unknown, probe: () => Promise<unknown>): Promise<unknown> => {
  if (error instanceof CandorError) return error
  try {
    await probe()
    return error
  } catch (cause) {
    return isAway(cause) ? new CandorError('CANDOR_CONTROL_PLANE_AWAY', {}, { cause }) : error
  }
}

/** Whether a rule needs to know who asks. */
const asksWho = (access: Access, insights: InsightAccess): boolean =>
  access.kind !== 'everybody' &&
  access.kind !== 'metrics' &&
  !(access.kind === 'insights' && insights === 'open')

/**
 * Lets requests in by the rule of their route, before their body is read. A route without a rule fails the start of the
 * service: nothing is open because somebody forgot to close it.
 */
export const addIdentification = (app: FastifyInstance, parts: IdentificationParts): Identification => {
  const { identify, insights, publicOrigin, probe } = parts
  const principals = new WeakMap<FastifyRequest, Principal>()
  const known = async (
    request: FastifyRequest,
  ): Promise<{ principal: Principal; cookies: readonly string[] }> => {
    const { authorization, cookie } = request.headers
    try {
      return await identify({ authorization, cookie })
    } catch (error) {
      throw await whyFailed(error, probe)
    }
  }
  const ruleless: string[] = []
  const routes: { readonly name: string; readonly config: { readonly access?: Access } }[] = []
  app.addHook('onRoute', (route) => {
    routes.push({
      name: `${String(route.method)} ${route.url}`,
      get config() {
        return route.config ?? {}
      },
    })
  })
  app.addHook('onReady', async () => {
    for (const { name, config } of routes) if (config.access === undefined) ruleless.push(name)
    if (ruleless.length > 0)
      throw new Error(`routes without a rule of who may call them: ${ruleless.join(', ')}`)
  })
  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config
    if (access === undefined) return
    if (!asksWho(access, insights)) {
      if (request.url.startsWith('/api/')) requireOwnOrigin(NOBODY, request, publicOrigin)
      return
    }
    const { principal, cookies } = await known(request)
    requireRole(access, principal, insights)
    requireOwnOrigin(principal, request, publicOrigin)
    if (cookies.length > 0) reply.header('set-cookie', [...cookies])
    principals.set(request, principal)
  })
  return {
    principalOf: (request) => principals.get(request) ?? NOBODY,
    requireOperator: async (request) => {
      const { principal } = await known(request)
      requireRole({ kind: 'roles', roles: ['operator'] }, principal, insights)
    },
  }
}
