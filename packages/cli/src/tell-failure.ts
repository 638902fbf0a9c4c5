import { CandorError, ERRORS } from '@candor/practices'
import { CommanderError } from 'commander'
import { toldBy } from './doctor/finding.js'
import { EXIT_CODES } from './policy/fault.js'
import { languageOf } from './policy/language-of.js'

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
    const language = languageOf(process.env)
    process.stderr.write(
      `${error.code}: ${toldBy(error)[language]}\n${ERRORS[error.code].remedy[language]}\n`,
    )
    return
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
}
