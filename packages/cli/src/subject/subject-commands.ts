import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES } from '@candor/practices'
import { Option, type Command } from 'commander'
import { runCommand, type Answer, type AnswerOptions, type Talk } from '../policy/run-command.js'
import { serviceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'
import { readSubject, type SubjectOptions } from './read-subject.js'
import { answerErased, answerHeld } from './subject-answers.js'
import { createSubjectService, type ErasureState, type SubjectService } from './subject-service.js'

interface SubjectCommandOptions extends AnswerOptions, SubjectOptions {
  readonly product: string
  readonly url?: string
  readonly receipts?: string
}

/** How long an erasure is waited for, in milliseconds. */
const PATIENCE_MILLIS = 60_000

const addSubjectOptions = (command: Command): Command =>
  command
    .option('--user [id]', 'the user: without an id, it is read from standard input')
    .option('--device <guid>', 'the device, by its random id')
    .option('--product <product>', 'the product', 'skype-teams')
    .option('--url <url>', 'the service (default: CANDOR_URL, or the one on PORT of this machine)')
    .addOption(
      new Option('--lang <language>', 'the language of the answer (default: LANG)').choices(LANGUAGES),
    )
    .option('--json', 'answer in JSON')

const writeReceipts = (folder: string | undefined, states: readonly ErasureState[]): readonly string[] => {
  if (folder === undefined) return []
  mkdirSync(folder, { recursive: true })
  return states.flatMap(({ request, category, receipt }) => {
    if (receipt === undefined) return []
    const path = join(folder, `receipt-${category}-${request}.json`)
    writeFileSync(path, `${JSON.stringify(receipt, undefined, 2)}\n`)
    return [path]
  })
}

const eraseSubject = async (
  service: SubjectService,
  { product, receipts }: SubjectCommandOptions,
  subject: Awaited<ReturnType<typeof readSubject>>,
): Promise<Answer> => {
  const { requests, notes } = await service.erase(product, subject)
  const states = await service.follow(requests, PATIENCE_MILLIS)
  return answerErased(states, notes, writeReceipts(receipts, states))
}

/** `candor subject access|erase`: what a running service holds of a person or a device, and its erasure, for operators. */
export const addSubjectCommands = (program: Command, surroundings: Surroundings): void => {
  const subject = program.command('subject').description('access and erasure for a person or a device')
  const run = (
    options: SubjectCommandOptions,
    work: (service: SubjectService, asked: Awaited<ReturnType<typeof readSubject>>) => Promise<Answer>,
  ): Promise<void> =>
    runCommand(surroundings, options, async (talk: Talk) => {
      const access = serviceAccess(surroundings.env, options.url)
      const asked = await readSubject(options, surroundings, talk)
      return work(createSubjectService(access, talk.language), asked)
    })
  addSubjectOptions(subject.command('access').description('show everything that is held')).action(
    (options: SubjectCommandOptions) =>
      run(options, async (service, asked) => answerHeld(await service.access(options.product, asked))),
  )
  addSubjectOptions(
    subject.command('erase').description('erase everything that is held, and show the receipts'),
  )
    .option('--receipts <folder>', 'write each receipt as a file into this folder')
    .action((options: SubjectCommandOptions) =>
      run(options, (service, asked) => eraseSubject(service, options, asked)),
    )
}
