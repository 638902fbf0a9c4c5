import type { DataTypeKind } from './data-type.js'
import type { DeviceId, FirstHash } from './ids.js'

/** An error as it travels. */
export interface ExceptionValue {
  /** The class of the error, such as TypeError. */
  readonly type: string
  readonly message: string
  /** The stack as the engine wrote it. */
  readonly stack?: string
}

/** The levels of a log line. */
export const LOG_LEVELS = ['debug', 'info', 'warning', 'error'] as const

/** One line of an error log. */
export interface LogLine {
  /** Milliseconds before the error. */
  readonly beforeMillis: number
  readonly level: (typeof LOG_LEVELS)[number]
  readonly message: string
}

interface ValueByKind {
  readonly count: number
  readonly duration: number
  readonly 'labelled-count': Readonly<Record<string, number>>
  readonly distribution: Readonly<Record<string, number>>
  readonly enumeration: string
  readonly name: string
  readonly version: string
  readonly language: string
  readonly 'twice-hashed-user-id': FirstHash
  readonly 'device-id': DeviceId
  readonly organisation: string
  readonly 'service-hashed-user-id': string
  readonly text: string
  readonly exception: ExceptionValue
  readonly log: readonly LogLine[]
  readonly measurements: Readonly<Record<string, number>>
  readonly attributes: Readonly<Record<string, string>>
  readonly 'ip-address': string
  readonly 'sip-uri': string
}

/** The value of a data type as it travels, made as narrow as its definition allows. */
export type ValueOf<T> = T extends { readonly values: readonly (infer V)[] }
  ? V
  : T extends { readonly labels: readonly (infer L extends string)[] }
    ? Readonly<Partial<Record<L, number>>>
    : T extends { readonly figures: infer F }
      ? { readonly [K in keyof F]?: number }
      : T extends { readonly attributes: readonly (infer A extends string)[] }
        ? Readonly<Partial<Record<A, string>>>
        : T extends { readonly kind: infer K extends DataTypeKind }
          ? ValueByKind[K]
          : never

/** The values of a lane: any of its data types, each at most once. */
export type ValuesOf<Types> = {
  readonly [K in keyof Types]?: ValueOf<Types[K]>
}
