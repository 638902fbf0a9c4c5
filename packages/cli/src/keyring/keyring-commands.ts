import { dirname, join } from 'node:path'
import { LANGUAGES } from '@candor/practices'
import { openFileKeySource, type KeySource } from '@candor/server/key-source'
import { Option, type Command } from 'commander'
import { textOf, type Environment } from '../environment.js'
import { accept, CommandFault, EXIT_CODES, right, wrong, type Checked } from '../policy/fault.js'
import { runCommand, type Answer, type AnswerOptions, type Talk } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'
import { createNoted, type Noted } from './noted.js'
import { answerDestroyed, answerEpochs, answerRotated, askDestroy } from './keyring-answers.js'

interface KeyringOptions extends AnswerOptions {
  readonly file?: string
  readonly control?: string
  readonly yes?: boolean
}

const addKeyringOptions = (command: Command): Command =>
  command
    .option('--file <path>', 'the keyring (default: keyring.json in CANDOR_DATA)')
    .addOption(
      new Option('--lang <language>', 'the language of the answer (default: LANG)').choices(LANGUAGES),
    )
    .option('--json', 'answer in JSON')

/** The options of a command that changes the keyring. */
const addChangeOptions = (command: Command): Command =>
  addKeyringOptions(command).option(
    '--control <place>',
    "the control plane whose audit log tells of it (default: CANDOR_CONTROL, or control-plane.db in the keyring's folder)",
  )

const pathOf = ({ file }: KeyringOptions, environment: Environment): string =>
  file ?? join(textOf(environment, 'CANDOR_DATA', './data'), 'keyring.json')

const controlOf = (options: KeyringOptions, environment: Environment): string =>
  options.control ??
  textOf(environment, 'CANDOR_CONTROL', join(dirname(pathOf(options, environment)), 'control-plane.db'))

/** Works with the keyring of this machine, also while a service runs on it. */
const withKeyring = async (
  options: KeyringOptions,
  environment: Environment,
  work: (keys: KeySource) => Promise<Answer>,
): Promise<Answer> => {
  const path = pathOf(options, environment)
  const keys = await openFileKeySource({ path, whenMissing: 'refuse', nowMillis: Date.now() })
  try {
    return await work(keys)
  } finally {
    keys.close()
  }
}

/** What a change of the keyring is made with. */
interface Changing {
  readonly talk: Talk
  readonly noted: Noted
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

const rotate = async (keys: KeySource, { noted }: Changing): Promise<Answer> => {
  const former = keys.current().id
  const epoch = await noted(async () => {
    const made = await keys.rotate(Date.now())
    const fact = { action: 'keyring.rotate', target: 'the keyring', before: { epoch: former } } as const
    return { result: made, fact: { ...fact, after: { epoch: made.id } } }
  })
  return answerRotated(epoch)
}

const destroy = async (
  text: string,
  options: KeyringOptions,
  keys: KeySource,
  { talk, noted }: Changing,
): Promise<Answer> => {
  const id = accept(parseEpochId(text))
  const isOther = keys.living().some((epoch) => epoch.id === id && id !== keys.current().id)
  if (isOther && options.yes !== true && (await talk.ask(askDestroy(id))) === 'no') throw declined()
  const done = await noted(async () => ({
    result: await keys.destroy(id, Date.now()),
    fact: { action: 'keyring.destroy', target: `epoch ${id}`, before: 'living', after: 'destroyed' },
  }))
  return answerDestroyed(done)
}

/** `candor keyring list|rotate|destroy`: the epochs of the pseudonyms' keys. The keys themselves are never shown. */
export const addKeyringCommands = (program: Command, surroundings: Surroundings): void => {
  const keyring = program.command('keyring').description("the epochs of the pseudonyms' keys")
  const run = (
    options: KeyringOptions,
    work: (keys: KeySource, changing: Changing) => Promise<Answer>,
  ): Promise<void> =>
    runCommand(surroundings, options, (talk) =>
      withKeyring(options, surroundings.env, (keys) => {
        const noted = createNoted(controlOf(options, surroundings.env), talk)
        return work(keys, { talk, noted })
      }),
    )
  addKeyringOptions(keyring.command('list').description('list the epochs, without their keys')).action(
    (options: KeyringOptions) => run(options, async (keys) => answerEpochs(keys.epochs())),
  )
  addChangeOptions(
    keyring.command('rotate').description('make a new epoch, which new pseudonyms are made with'),
  ).action((options: KeyringOptions) => run(options, rotate))
  addChangeOptions(
    keyring
      .command('destroy')
      .description("destroy an epoch's keys for good, so that nobody can link its rows to a person")
      .argument('<epoch>', 'its number')
      .option('--yes', 'do not ask first'),
  ).action((epoch: string, options: KeyringOptions) =>
    run(options, (keys, changing) => destroy(epoch, options, keys, changing)),
  )
}
