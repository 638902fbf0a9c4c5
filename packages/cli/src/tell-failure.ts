import { CandorError, ERRORS } from '@candor/practices'
import { CommanderError } from 'commander'
import { EXIT_CODES } from './policy/fault.js'

/**
 * Tells a failure to the person at the console, with its code and the way out, and sets the exit code: 1, or 2 where the
 * command line is wrong (which was told already). Help that was asked for is no failure.
 */
export const tellFailure = (error: unknown): void => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.wrong
    return
  }
  process.exitCode = EXIT_CODES.refused
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
