import { CandorError, ERRORS } from '@candor/practices'

/** Tells a failure to the person at the console, with its code and the way out, and sets the exit code to 1. */
export const tellFailure = (error: unknown): void => {
  process.exitCode = 1
  if (error instanceof CandorError) {
    process.stderr.write(`${error.code}: ${error.message}\n${ERRORS[error.code].remedy.en}\n`)
    return
  }
  const isAddressInUse = (error as { readonly code?: unknown } | null)?.code === 'EADDRINUSE'
  const text = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    isAddressInUse ? `${text}\nAnother program listens there; give another port by PORT.\n` : `${text}\n`,
  )
}
