import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'
import { Argument, InvalidArgumentError, Option, type Command } from 'commander'
import { addOperatorOptions, type OperatorOptions } from '../admission/operator-options.js'
import type { CallApi, GivenTo } from '../api/call-api.js'
import { runWithApi } from '../api/run-with-api.js'
import type { Surroundings } from '../surroundings.js'
import { answerQuery, QUERY_FORMATS, type QueryFormat } from './answer-query.js'
import type { Insight } from './figures.js'

interface QueryOptions extends OperatorOptions {
  readonly product: string
  readonly period: 'day' | 'week' | 'month'
  readonly periods?: number
  readonly by?: string
  readonly where: readonly string[]
  readonly measure?: string
  readonly format: QueryFormat
}

const OPERATIONS = { census: 'readCensus', usage: 'readUsage', error: 'readErrors' } as const

const parseCount = (text: string): number => {
  const count = Number(text)
  if (Number.isSafeInteger(count) && count > 0) return count
  throw new InvalidArgumentError('A whole number from 1 on is needed.')
}

const addCondition = (text: string, before: readonly string[]): readonly string[] => {
  if (!/^[A-Za-z][A-Za-z0-9]*:/.test(text))
    throw new InvalidArgumentError('A condition looks like OSName:Windows.')
  return [...before, text]
}

const ask = async (call: CallApi, lane: DataCategory, options: QueryOptions): Promise<Insight> => {
  const { product, period, periods, by, where } = options
  const query: GivenTo<'readCensus'>['query'] = {
    product,
    period,
    ...(periods !== undefined && { periods }),
    ...(by !== undefined && { by }),
    ...(where.length > 0 && { where: [...where] }),
  }
  return call(OPERATIONS[lane], { query })
}

/** `candor query <lane>`: asks what the pages of the insights ask, under the same rules. The plan comes from the practices; no SQL is taken. */
export const addQueryCommand = (program: Command, surroundings: Surroundings): void => {
  const command = program
    .command('query')
    .description(
      'figures of a lane by period, as the insights show them: what too few have in common is left out',
    )
    .addArgument(new Argument('<lane>', 'which lane').choices(DATA_CATEGORIES))
    .option('--product <product>', 'the product', 'skype-teams')
    .addOption(
      new Option('--period <period>', 'what a row is').choices(['day', 'week', 'month']).default('day'),
    )
    .option('--periods <count>', 'the last so many (default: 28 days, 12 weeks or 12 months)', parseCount)
    .option('--by <dimension>', 'what to group by, such as OSName, AppVersion or client')
    .option('--where <condition>', 'only what has this, such as OSName:Windows; up to five', addCondition, [])
    .option(
      '--measure <figure>',
      'which figure: devices, reports, or a count of the practices such as SignInFailures',
    )
    .addOption(
      new Option('--format <format>', 'table, or one value a line').choices(QUERY_FORMATS).default('table'),
    )
  addOperatorOptions(command).action((lane: DataCategory, options: QueryOptions) =>
    runWithApi(surroundings, options, async (call) =>
      answerQuery(await ask(call, lane, options), options.measure, options.format),
    ),
  )
}
