import { CandorError, ERRORS, type Language, type Localised } from '@candor/practices'
import type { Surroundings } from '../surroundings.js'
import { CommandFault, EXIT_CODES, type Fault } from './fault.js'
import { languageOf } from './language-of.js'

/** What a command answers: text for people, and the same as data for programs. */
export interface Answer {
  readonly text: Localised
  readonly data: unknown
}

/** What a command does while it runs. */
export interface Talk {
  readonly language: Language
  /** Says something that is not the answer, on standard error. */
  notice(text: Localised): void
  /** Asks on standard error and reads a line of standard input; its end counts as no. */
  ask(question: Localised): Promise<'yes' | 'no'>
}

/** How a command's answer is shown. */
export interface AnswerOptions {
  readonly json?: boolean
  readonly lang?: Language
}

const YES: ReadonlySet<string> = new Set(['y', 'yes', 's', 'si', 'sí'])

/** A line of the input with its line feed; what is left where the input ends without one. */
export const readLine = async (input: Surroundings['stdin']): Promise<string> => {
  let text = ''
  for await (const part of input.setEncoding('utf8')) {
    text += String(part)
    if (text.includes('\n')) break
  }
  return text.replace(/\n.*/s, '\n')
}

/** The fault that an error is, for a person at the console; undefined where it is none. */
export const faultOf = (error: unknown): Fault | undefined => {
  if (error instanceof CommandFault) return error.fault
  if (!(error instanceof CandorError)) return undefined
  const { title, remedy } = ERRORS[error.code]
  const facts = Object.entries(error.facts).map(([name, value]) => `; ${name}: ${String(value)}`)
  const detail = { en: title.en + facts.join(''), es: title.es + facts.join('') }
  return { code: error.code, exitCode: EXIT_CODES.refused, detail, remedy }
}

/** A fault as text, or as JSON on one line. */
export const showFault = (
  { code, exitCode, detail, remedy }: Fault,
  language: Language,
  { json }: AnswerOptions,
): string =>
  json === true
    ? `${JSON.stringify({ code, exitCode, detail: detail[language], remedy: remedy[language] })}\n`
    : `${code}: ${detail[language]}\n${remedy[language]}\n`

/**
 * Runs a command: its answer goes to standard output (text, or JSON on one line), notices and faults go to standard
 * error, and the exit code is set. What is no fault of the command's is thrown on.
 */
export const runCommand = async (
  surroundings: Surroundings,
  options: AnswerOptions,
  work: (talk: Talk) => Promise<Answer>,
): Promise<void> => {
  const { env, stdin, stdout, stderr } = surroundings
  const language = options.lang ?? languageOf(env)
  const talk: Talk = {
    language,
    notice: (text) => void stderr.write(`${text[language]}\n`),
    ask: async (question) => {
      stderr.write(`${question[language]} `)
      const line = await readLine(stdin)
      if (!line.endsWith('\n')) stderr.write('\n')
      return YES.has(line.trim().toLowerCase()) ? 'yes' : 'no'
    },
  }
  try {
    const { text, data } = await work(talk)
    stdout.write(options.json === true ? `${JSON.stringify(data)}\n` : text[language])
  } catch (error) {
    const fault = faultOf(error)
    if (fault === undefined) throw error
    stderr.write(showFault(fault, language, options))
    surroundings.exitCode = fault.exitCode
  }
}
