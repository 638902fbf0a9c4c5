import type { ErrorCode } from '@candor/practices'

import type { FakeWorld } from './fake-world.js'

/** A request as the fake reads it. */
export interface FakeRequest {
  readonly world: FakeWorld
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** The revision of If-Match; undefined where none was sent. */
  readonly revision: number | undefined
  /** What stands in the path in the place of each parameter. */
  readonly params: readonly string[]
}

/** What the fake answers: a status, with a value or a code of the error table. */
export type FakeAnswer =
  | { readonly status: number; readonly value?: unknown }
  | { readonly code: ErrorCode; readonly current?: unknown }
