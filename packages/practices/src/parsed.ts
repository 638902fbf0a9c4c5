import type { ErrorCode } from './errors.js'

/** What parsing at the edge gives: the value, or the coded reason why there is none. */
export type Parsed<T> =
  | { readonly kind: 'parsed'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly field?: string }
