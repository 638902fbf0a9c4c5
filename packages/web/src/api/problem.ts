/** Why there is no answer, as a person is told. */
export type Problem =
  | {
      /** The service answered with a problem document (RFC 9457). */
      readonly kind: 'answered'
      /** Candor's code, or the HTTP status where the answer held none. */
      readonly code: string
      readonly title: string
      readonly remedy: string | undefined
    }
  | {
      /** No answer came. */
      readonly kind: 'unreachable'
    }
  | {
      /** An answer came that these pages cannot read. */
      readonly kind: 'unreadable'
      /** What was wrong with it. */
      readonly fault: string
    }

const stringOf = (value: unknown, key: string): string | undefined => {
  const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof field === 'string' ? field : undefined
}

/** The problem in an answer's body, whatever that is. */
export const problemOf = (status: number, body: unknown): Problem => ({
  kind: 'answered',
  code: stringOf(body, 'code') ?? `HTTP ${status}`,
  title: stringOf(body, 'title') ?? stringOf(body, 'detail') ?? '',
  remedy: stringOf(body, 'remedy'),
})
