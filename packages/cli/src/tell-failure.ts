import { CommanderError } from 'commander'
import { EXIT_CODES } from './policy/fault.js'
import { languageOf } from './policy/language-of.js'
import { faultOf, showFault } from './policy/run-command.js'

/**
 * Tells a failure to the person at the console, with its code and the way out, and sets the exit code: 1, or 2 where the
 * command line is wrong (which was told already). Help that was asked for is no failure.
 */
export const tellFailure = (error: unknown): void => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.wrong
    return
  }
  const fault = faultOf(error)
  process.exitCode = fault?.exitCode ?? EXIT_CODES.refused
  if (fault === undefined) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  else process.stderr.write(showFault(fault, languageOf(process.env), {}))
}
