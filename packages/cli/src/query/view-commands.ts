import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { addOperatorOptions, type OperatorOptions } from '../admission/operator-options.js'
import { inEach } from '../api/answer-table.js'
import type { AnswerOf, CallApi } from '../api/call-api.js'
import { plainText } from '../api/plain-text.js'
import { runWithApi } from '../api/run-with-api.js'
import { CommandFault, EXIT_CODES } from '../policy/fault.js'
import type { Answer } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'

type SavedView = AnswerOf<'listViews'>['views'][number]

interface ViewOptions extends OperatorOptions {
  readonly product: string
  readonly prune?: boolean
}

/** What would be done to a service's views so that they are those of a file. */
interface Difference {
  readonly save: readonly SavedView[]
  readonly remove: readonly SavedView[]
}

const unusable = (path: string, cause?: unknown): CommandFault =>
  new CommandFault(
    {
      code: 'CANDOR_COMMAND_REFUSED',
      exitCode: EXIT_CODES.wrong,
      detail: { en: `${path} holds no views.`, es: `${path} no contiene vistas.` },
      remedy: {
        en: 'Give a JSON file such as candor view pull writes: { "views": [{ "name": "...", "address": "/insights/..." }] }.',
        es: 'Indique un archivo JSON como el que escribe candor view pull: { "views": [{ "name": "...", "address": "/insights/..." }] }.',
      },
    },
    { cause },
  )

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'address' in value &&
  typeof value.address === 'string'

const readViews = (path: string): readonly SavedView[] => {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw unusable(path, cause)
  }
  const views = (parsed as { readonly views?: unknown } | null)?.views
  if (!Array.isArray(views) || !views.every(isView)) throw unusable(path)
  return views
}

const differenceOf = (wanted: readonly SavedView[], there: readonly SavedView[]): Difference => ({
  save: wanted.filter(
    ({ name, address }) => !there.some((view) => view.name === name && view.address === address),
  ),
  remove: there.filter(({ name }) => !wanted.some((view) => view.name === name)),
})

const showDifference = ({ save, remove }: Difference, removed: 'removed' | 'left'): Answer => {
  const lines = [
    ...save.map(({ name, address }) => `+ ${plainText(name)}  ${plainText(address)}\n`),
    ...remove.map(({ name }) => `${removed === 'removed' ? '-' : '?'} ${plainText(name)}\n`),
  ]
  const same = { en: 'The views are the same.\n', es: 'Las vistas son las mismas.\n' }
  return {
    text: inEach((language) => (lines.length === 0 ? same[language] : lines.join(''))),
    data: { save, remove },
  }
}

const compare = async (call: CallApi, product: string, path: string): Promise<Difference> => {
  const wanted = readViews(path)
  return differenceOf(wanted, (await call('listViews', { query: { product } })).views)
}

const push = async (call: CallApi, path: string, { product, prune }: ViewOptions): Promise<Answer> => {
  const difference = await compare(call, product, path)
  for (const { name, address } of difference.save)
    await call('saveView', { body: { product, name, address } })
  if (prune !== true) return showDifference(difference, 'left')
  for (const { name } of difference.remove) await call('removeView', { params: { name }, query: { product } })
  return showDifference(difference, 'removed')
}

/** `candor view pull|diff|push`: the saved views of the insights as a file, to be kept with the product's sources. */
export const addViewCommands = (program: Command, surroundings: Surroundings): void => {
  const view = program
    .command('view')
    .description('saved views of the insights as a file (dashboards as code)')
  const add = (command: Command): Command =>
    addOperatorOptions(command.option('--product <product>', 'the product', 'skype-teams'))
  add(view.command('pull').description('write the saved views as JSON')).action(
    ({ product, ...options }: ViewOptions) =>
      runWithApi(surroundings, options, async (call) => {
        const { views } = await call('listViews', { query: { product } })
        return { text: inEach(() => `${JSON.stringify({ views }, undefined, 2)}\n`), data: { views } }
      }),
  )
  add(
    view
      .command('diff')
      .description('what push would do; ends with 1 where there is something')
      .argument('<file>'),
  ).action((file: string, { product, ...options }: ViewOptions) =>
    runWithApi(surroundings, options, async (call) => {
      const difference = await compare(call, product, file)
      if (difference.save.length + difference.remove.length > 0) surroundings.exitCode = EXIT_CODES.refused
      return showDifference(difference, 'left')
    }),
  )
  add(
    view
      .command('push')
      .description('save the views of a file (+); those that it does not have stay (?)')
      .argument('<file>')
      .option('--prune', 'remove those that the file does not have (-)'),
  ).action((file: string, options: ViewOptions) =>
    runWithApi(surroundings, options, (call) => push(call, file, options)),
  )
}
