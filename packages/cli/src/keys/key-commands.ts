import type { Command } from 'commander'
import { addOperatorOptions, type OperatorOptions } from '../admission/operator-options.js'
import type { CallApi } from '../api/call-api.js'
import { runWithApi } from '../api/run-with-api.js'
import { CommandFault, EXIT_CODES } from '../policy/fault.js'
import type { Answer, Talk } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'
import { answerKeys, answerMade, answerRevoked, askRevoke } from './key-answers.js'
import { parseOverlap } from './parse-overlap.js'

interface KeyOptions extends OperatorOptions {
  readonly product: string
  /** Hours. */
  readonly overlap: number
  readonly yes?: boolean
}

/** As long as most devices need to come back. */
const USUAL_OVERLAP = '30d'

const declined = (): CommandFault =>
  new CommandFault({
    code: 'CANDOR_CHANGE_DECLINED',
    exitCode: EXIT_CODES.refused,
    detail: {
      en: 'The revocation was not confirmed; nothing changed.',
      es: 'La revocación no se confirmó; nada cambió.',
    },
    remedy: { en: 'Answer yes, or give --yes.', es: 'Responda que sí o indique --yes.' },
  })

const revoke = async (id: string, { yes }: KeyOptions, call: CallApi, talk: Talk): Promise<Answer> => {
  if (yes !== true && (await talk.ask(askRevoke(id))) === 'no') throw declined()
  await call('revokeKey', { params: { id } })
  return answerRevoked(id)
}

/** `candor key list|make|rotate|revoke`: the ingest keys of a product at a running service. */
export const addKeyCommands = (program: Command, surroundings: Surroundings): void => {
  const key = program.command('key').description("the ingest keys that a product's apps send")
  const product = (command: Command): Command =>
    command.option('--product <product>', 'the product', 'skype-teams')
  addOperatorOptions(
    product(key.command('list').description('the keys, without the keys themselves')),
  ).action((options: KeyOptions) =>
    runWithApi(surroundings, options, async (call) =>
      answerKeys(await call('listKeys', { query: { product: options.product } })),
    ),
  )
  addOperatorOptions(
    product(key.command('make').description('make a key, and show it this once').argument('<label>')),
  ).action((label: string, options: KeyOptions) =>
    runWithApi(surroundings, options, async (call) =>
      answerMade(await call('createKey', { body: { product: options.product, label } })),
    ),
  )
  addOperatorOptions(
    key
      .command('rotate')
      .description('make a key in the place of one that goes on for a while')
      .argument('<id>', 'of candor key list')
      .option(
        '--overlap <time>',
        'how long the former key goes on, such as 24h; 0 for not at all',
        parseOverlap,
        parseOverlap(USUAL_OVERLAP),
      ),
  ).action((id: string, options: KeyOptions) =>
    runWithApi(surroundings, options, async (call) =>
      answerMade(await call('rotateKey', { params: { id }, body: { overlapHours: options.overlap } })),
    ),
  )
  addOperatorOptions(
    key
      .command('revoke')
      .description('revoke a key at once and for good')
      .argument('<id>', 'of candor key list')
      .option('--yes', 'do not ask first'),
  ).action((id: string, options: KeyOptions) =>
    runWithApi(surroundings, options, (call, talk) => revoke(id, options, call, talk)),
  )
}
