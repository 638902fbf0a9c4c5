import type { ErrorCode } from '@candor/practices'

/** Why a step refuses. */
export interface Fault {
  readonly code: ErrorCode
  /** The field of the request or of its envelope that is at fault. */
  readonly field?: string
  /** The data type at fault. */
  readonly dataType?: string
  /** Seconds after which it may be tried again. Default where one may: 30. */
  readonly retryAfterSeconds?: number
}

/** What a step gives that reads something: the value, or why there is none. */
export type Checked<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | ({ readonly kind: 'refused' } & Fault)

/** A named step that turns what came into what the next ones work with. */
export interface Reading<In, Scope, Out> {
  readonly name: string
  readonly run: (subject: In, scope: Scope) => Checked<Out>
}

/** A named step that looks at what was read: a fault, or undefined where it passes. */
export interface Check<Out, Scope> {
  readonly name: string
  readonly run: (subject: Out, scope: Scope) => Fault | undefined
}

/** Steps on one kind of thing, in order: it is read, then checked; the first fault is the outcome. */
export interface StageSteps<In, Scope, Out> {
  /** What passes through. */
  readonly of: 'request' | 'report'
  readonly read: Reading<In, Scope, Out>
  readonly checks: readonly Check<Out, Scope>[]
}
