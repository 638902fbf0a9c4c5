import { LANGUAGES } from '@candor/practices'
import { Option, type Command } from 'commander'
import { runCommand, type Answer, type AnswerOptions } from '../policy/run-command.js'
import { serviceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'
import { askService, type ServiceQuestion } from './ask-service.js'

/** The options of a command that asks a running service. */
export interface OperatorOptions extends AnswerOptions {
  readonly url?: string
}

/** Asks the service that the command is for. */
export type AskService = (question: ServiceQuestion) => Promise<unknown>

/** Adds the options of a command that asks a running service. */
export const addOperatorOptions = (command: Command): Command =>
  command
    .option('--url <url>', 'the service (default: CANDOR_URL, or the one on PORT of this machine)')
    .addOption(
      new Option('--lang <language>', 'the language of the answer (default: LANG)').choices(LANGUAGES),
    )
    .option('--json', 'answer in JSON')

/** Runs a command that asks a running service as an operator. */
export const runAsOperator = (
  surroundings: Surroundings,
  options: OperatorOptions,
  work: (ask: AskService) => Promise<Answer>,
): Promise<void> =>
  runCommand(surroundings, options, () => {
    const access = serviceAccess(surroundings.env, options.url)
    return work((question) => askService(access, question))
  })
