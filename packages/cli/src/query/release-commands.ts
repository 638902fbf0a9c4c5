import type { Command } from 'commander'
import { addOperatorOptions, type OperatorOptions } from '../admission/operator-options.js'
import { answerTable } from '../api/answer-table.js'
import type { AnswerOf } from '../api/call-api.js'
import { runWithApi } from '../api/run-with-api.js'
import type { Answer } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'

interface ReleaseOptions extends OperatorOptions {
  readonly product: string
  readonly on: string
}

const answerList = (listed: AnswerOf<'listReleases'>): Answer =>
  answerTable({
    heads: { en: ['Version', 'Day'], es: ['Versión', 'Día'] },
    rows: listed.releases,
    cells: ({ version, day }) => [version, day],
    none: { en: 'No release is noted.', es: 'No hay ninguna versión anotada.' },
    data: listed,
  })

const done = (en: string, es: string): Answer => ({ text: { en: `${en}\n`, es: `${es}\n` }, data: {} })

/** `candor release note|list|forget`: when versions came out, which charts over time are marked with. */
export const addReleaseCommands = (program: Command, surroundings: Surroundings): void => {
  const release = program
    .command('release')
    .description('when versions came out; charts over time are marked there')
  const today = new Date().toISOString().slice(0, 10)
  const add = (command: Command): Command =>
    addOperatorOptions(command.option('--product <product>', 'the product', 'skype-teams'))
  add(
    release
      .command('note')
      .description('note that a version came out; once more, that it was on another day')
      .argument('<version>', 'such as 8.1.0')
      .option('--on <day>', 'such as 2026-11-22 (UTC); default: today', today),
  ).action((version: string, { product, on: day, ...options }: ReleaseOptions) =>
    runWithApi(surroundings, options, async (call) => {
      await call('noteRelease', { body: { product, version, day } })
      return done(`${version} came out on ${day}.`, `${version} salió el ${day}.`)
    }),
  )
  add(release.command('list').description('the versions that are noted, the oldest first')).action(
    ({ product, ...options }: ReleaseOptions) =>
      runWithApi(surroundings, options, async (call) =>
        answerList(await call('listReleases', { query: { product } })),
      ),
  )
  add(release.command('forget').description('mark a version no more').argument('<version>')).action(
    (version: string, { product, ...options }: ReleaseOptions) =>
      runWithApi(surroundings, options, async (call) => {
        await call('forgetRelease', { params: { version }, query: { product } })
        return done(`${version} is not marked any more.`, `${version} ya no se marca.`)
      }),
  )
}
