import type { Command } from 'commander'
import type { Surroundings } from '../surroundings.js'
import { addOperatorOptions, runAsOperator, type OperatorOptions } from './operator-options.js'
import {
  answerCleared,
  answerList,
  answerReplayed,
  answerShown,
  type Quarantine,
  type Replayed,
} from './quarantine-answers.js'

interface QuarantineOptions extends OperatorOptions {
  readonly product: string
  readonly id?: string
}

const PATH = '/api/quarantine'

const queryOf = ({ product, id }: QuarantineOptions): string =>
  `?${new URLSearchParams({ product, ...(id !== undefined && { id }) }).toString()}`

/** `candor quarantine list|show|replay|clear`: what is wrong with refused reports, for operators. */
export const addQuarantineCommands = (program: Command, surroundings: Surroundings): void => {
  const quarantine = program.command('quarantine').description('what is wrong with refused reports')
  const add = (name: string, description: string): Command =>
    addOperatorOptions(quarantine.command(name).description(description)).option(
      '--product <product>',
      'the product',
      'skype-teams',
    )
  add('list', 'the groups of refused reports').action((options: QuarantineOptions) =>
    runAsOperator(surroundings, options, async (ask) =>
      answerList((await ask({ path: PATH + queryOf(options) })) as Quarantine),
    ),
  )
  add('show', 'one group, with the shape of a report')
    .argument('<id>', 'its id')
    .action((id: string, options: QuarantineOptions) =>
      runAsOperator(surroundings, options, async (ask) =>
        answerShown((await ask({ path: PATH + queryOf(options) })) as Quarantine, id),
      ),
    )
  add('replay', 'admit what was kept, under the practices that are known by now').action(
    (options: QuarantineOptions) =>
      runAsOperator(surroundings, options, async (ask) => {
        const question = {
          method: 'POST',
          path: `${PATH}/replay`,
          body: { product: options.product },
        } as const
        return answerReplayed((await ask(question)) as Replayed)
      }),
  )
  add('clear', 'forget groups; their reports stay refused')
    .option('--id <id>', 'one group alone')
    .action((options: QuarantineOptions) =>
      runAsOperator(surroundings, options, async (ask) => {
        const answer = await ask({ method: 'DELETE', path: PATH + queryOf(options) })
        return answerCleared(answer as { readonly cleared: number })
      }),
    )
}
