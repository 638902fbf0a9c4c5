import { join } from 'node:path'
import { LANGUAGES } from '@candor/practices'
import { openFileKeySource, type KeySource } from '@candor/server/key-source'
import { Option, type Command } from 'commander'
import { textOf, type Environment } from '../environment.js'
import { accept, CommandFault, EXIT_CODES, right, wrong, type Checked } from '../policy/fault.js'
import { runCommand, type Answer, type AnswerOptions, type Talk } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'
import { answerDestroyed, answerEpochs, answerRotated, askDestroy } from './keyring-answers.js'

interface KeyringOptions extends AnswerOptions {
  readonly file?: string
  readonly yes?: boolean
}

const addKeyringOptions = (command: Command): Command =>
  command
    .option('--file <path>', 'the keyring (default: keyring.json in CANDOR_DATA)')
    .addOption(
      new Option('--lang <language>', 'the language of the answer (default: LANG)').choices(LANGUAGES),
    )
    .option('--json', 'answer in JSON')

/** Works with the keyring of this machine, also while a service runs on it. */
const withKeyring = async (
  { file }: KeyringOptions,
  environment: Environment,
  work: (keys: KeySource) => Promise<Answer>,
): Promise<Answer> => {
  const path = file ?? join(textOf(environment, 'CANDOR_DATA', './data'), 'keyring.json')
  const keys = await openFileKeySource({ path, whenMissing: 'refuse', nowMillis: Date.now() })
  try {
    return await work(keys)
  } finally {
    keys.close()
  }
}

const parseEpochId = (text: string): Checked<number> =>
  /^[1-9]\d{0,8}$/.test(text)
    ? right(Number(text))
    : wrong(
        {
          en: `${JSON.stringify(text)} is no epoch.`,
          es: `${JSON.stringify(text)} no es ninguna época.`,
        },
        {
          en: 'Give a number that candor keyring list shows.',
          es: 'Indique un número de candor keyring list.',
        },
      )

const declined = (): CommandFault =>
  new CommandFault({
    code: 'CANDOR_CHANGE_DECLINED',
    exitCode: EXIT_CODES.refused,
    detail: {
      en: 'The destruction was not confirmed; nothing changed.',
      es: 'La destrucción no se confirmó; nada cambió.',
    },
    remedy: { en: 'Answer yes, or give --yes.', es: 'Responda que sí o indique --yes.' },
  })

const destroy = async (
  text: string,
  options: KeyringOptions,
  keys: KeySource,
  talk: Talk,
): Promise<Answer> => {
  const id = accept(parseEpochId(text))
  const isOther = keys.living().some((epoch) => epoch.id === id && id !== keys.current().id)
  if (isOther && options.yes !== true && (await talk.ask(askDestroy(id))) === 'no') throw declined()
  return answerDestroyed(await keys.destroy(id, Date.now()))
}

/** `candor keyring list|rotate|destroy`: the epochs of the pseudonyms' keys. The keys themselves are never shown. */
export const addKeyringCommands = (program: Command, surroundings: Surroundings): void => {
  const keyring = program.command('keyring').description("the epochs of the pseudonyms' keys")
  const run = (
    options: KeyringOptions,
    work: (keys: KeySource, talk: Talk) => Promise<Answer>,
  ): Promise<void> =>
    runCommand(surroundings, options, (talk) =>
      withKeyring(options, surroundings.env, (keys) => work(keys, talk)),
    )
  addKeyringOptions(keyring.command('list').description('list the epochs, without their keys')).action(
    (options: KeyringOptions) => run(options, async (keys) => answerEpochs(keys.epochs())),
  )
  addKeyringOptions(
    keyring.command('rotate').description('make a new epoch, which new pseudonyms are made with'),
  ).action((options: KeyringOptions) =>
    run(options, async (keys) => answerRotated(await keys.rotate(Date.now()))),
  )
  addKeyringOptions(
    keyring
      .command('destroy')
      .description("destroy an epoch's keys for good, so that nobody can link its rows to a person")
      .argument('<epoch>', 'its number')
      .option('--yes', 'do not ask first'),
  ).action((epoch: string, options: KeyringOptions) =>
    run(options, (keys, talk) => destroy(epoch, options, keys, talk)),
  )
}
