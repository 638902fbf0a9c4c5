/** Why there is no answer, as a person is told. */
export type Problem =
  | {
      /** The service answered with a problem document (RFC 9457). */
      readonly kind: 'answered'
      /** Candor's code, or the HTTP status where the answer held none. */
      readonly code: string
      readonly title: string
      readonly remedy: string | undefined
      /** What it is about, in the words of the service. */
      readonly detail?: string | undefined
      /** What is there now, where somebody else was faster. */
      readonly current?: unknown
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

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const stringOf = (value: unknown, key: string): string | undefined => {
  const field = fieldOf(value, key)
  return typeof field === 'string' ? field : undefined
}

/** The problem in an answer's body, whatever that is. */
export const problemOf = (status: number, body: unknown): Problem => ({
  kind: 'answered',
  code: stringOf(body, 'code') ?? `HTTP ${status}`,
  title: stringOf(body, 'title') ?? stringOf(body, 'detail') ?? '',
  remedy: stringOf(body, 'remedy'),
  detail: stringOf(body, 'detail'),
  current: fieldOf(body, 'current'),
})
