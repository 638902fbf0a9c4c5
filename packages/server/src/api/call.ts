import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ChangedBy } from '../control-plane/audit-log.js'
import type { Principal } from '../people/principal.js'
import type { Answered, Contract, RouteDefinition, Taken } from './contract/route.js'

/** A call of a route: what it takes, and who asks. */
export interface Call<R extends RouteDefinition = RouteDefinition> extends Taken<R> {
  readonly principal: Principal
  /** Who changes something by it, from where and when. */
  readonly by: ChangedBy
  /** The revision of If-Match; undefined where none was sent. */
  readonly seen: number | undefined
  readonly request: FastifyRequest
  /** For headers, and for answers that are sent bit by bit. */
  readonly reply: FastifyReply
}

/** Answers a route. What it sends itself, by the reply, it need not answer. */
export type Handler<R extends RouteDefinition> = (call: Call<R>) => Promise<Answered<R>>

/** A handler for each route of a contract. */
export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> }
