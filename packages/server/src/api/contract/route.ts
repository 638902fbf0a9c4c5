import type { Static, TSchema } from 'typebox'
import type { Access } from './access.js'

/** The methods of the API. */
export const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const

/** What a route answers with where no text of JSON is answered. */
export interface OtherAnswer {
  readonly mediaType: string
  readonly description: string
}

/** A route of the API: where it is, who may call it, what it takes and answers. OpenAPI, types and checks are made of it. */
export interface RouteDefinition {
  readonly method: (typeof METHODS)[number]
  /** With :names for its parameters. */
  readonly path: string
  /** The group it is shown in. */
  readonly tag: string
  /** What it does, in a sentence. */
  readonly summary: string
  readonly access: Access
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  /** Bytes of the body. Default 65 536. */
  readonly bodyLimit?: number
  /** The status where it succeeds. Default 200. */
  readonly status?: 200 | 201 | 202 | 204 | 302
  /** undefined: nothing is answered. */
  readonly answer?: TSchema | OtherAnswer
  /** What a browser keeps from being overwritten: If-Match must name the revision that was seen. Default: nothing. */
  readonly revision?: 'checked'
  /** nothing: it only asks, whatever its method; an idempotency key is not heeded, and no answer is kept. Default: something. */
  readonly writes?: 'nothing'
}

/** Routes by the name of their operation. */
export type Contract = Readonly<Record<string, RouteDefinition>>

type ValueOf<S> = S extends TSchema ? Static<S> : undefined

/** What a route takes. */
export interface Taken<R extends RouteDefinition> {
  readonly params: ValueOf<R['params']>
  readonly query: ValueOf<R['query']>
  readonly body: ValueOf<R['body']>
}

/** What is read only all the way down: an answer is not written to. */
type Settled<T> = T extends readonly (infer U)[]
  ? readonly Settled<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Settled<T[K]> }
    : T

/** What a route answers. */
export type Answered<R extends RouteDefinition> = R['answer'] extends TSchema
  ? Settled<Static<R['answer']>>
  : R['answer'] extends OtherAnswer
    ? unknown
    : undefined
