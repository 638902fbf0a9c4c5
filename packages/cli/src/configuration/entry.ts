import type { Kind } from './kinds.js'

/** Which commands a key is for. */
export type Audience = 'service' | 'demo'

/** One key of the configuration. */
export interface Entry<T> {
  readonly environment: string
  /** Without the hyphens; undefined where there is none, since a command line is seen by others on the machine. */
  readonly flag: string | undefined
  readonly kind: Kind<T>
  /** undefined: not set. */
  readonly initial: T | undefined
  /** hidden: a secret, which is never shown. */
  readonly display: 'shown' | 'hidden'
  readonly audience: Audience
  /** What it does. */
  readonly text: string
}

interface GivenEntry<T, I> {
  readonly environment: string
  readonly flag: string | undefined
  readonly kind: Kind<T>
  readonly initial: I
  readonly text: string
  /** Default: shown. */
  readonly display?: Entry<T>['display']
  /** Default: service. */
  readonly audience?: Audience
}

/** Makes an entry, with what it leaves out. */
export const entry = <T, const I extends T | undefined>(given: GivenEntry<T, I>) => ({
  display: 'shown' as const,
  audience: 'service' as const,
  ...given,
})
