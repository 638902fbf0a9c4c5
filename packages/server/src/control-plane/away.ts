/** Codes of a connection that failed, of Node and of PostgreSQL (classes 08 and 57P). */
const AWAY = /^(?:ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P\d\d)$/

/** What the driver says in words alone. */
const AWAY_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|not queryable/

/** Whether an error says that the database cannot be reached now, rather than that a query is wrong. */
export const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code, message } = error as { readonly code?: unknown; readonly message: string }
  if (typeof code === 'string' && AWAY.test(code)) return true
  if (AWAY_WORDS.test(message)) return true
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [error.cause]
  return inner.some((each) => each !== error && isAway(each))
}
