import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { CandorError, DATA_CATEGORIES, type ErrorCode, ERRORS } from '@candor/practices'
import { Argument, Option, type Command } from 'commander'
import { textOf } from '../environment.js'
import type { Surroundings } from '../surroundings.js'

interface ExportOptions {
  readonly format: string
  readonly product?: string
  readonly url?: string
}

const tokenOf = (environment: Surroundings['env']): string => {
  const given = environment['CANDOR_TOKEN']
  if (given !== undefined) return given
  const path = join(textOf(environment, 'CANDOR_DATA', './data'), 'operator-token')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new CandorError('CANDOR_TOKEN_REFUSED', { path, expected: 'CANDOR_TOKEN or this file' }, { cause })
  }
}

const refuse = async (response: Response): Promise<never> => {
  const { code, detail = '' } = (await response.json().catch(() => ({}))) as {
    readonly code?: string
    readonly detail?: string
  }
  const known = code !== undefined && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'CANDOR_INTERNAL'
  throw new CandorError(known, { status: response.status, detail })
}

/** `candor export <lane>`: a lane's rows from a running service, each report once, to standard output. */
export const addExportCommand = (program: Command, { env, stdout }: Surroundings): void => {
  program
    .command('export')
    .description(
      'write the rows of a lane to standard output (CANDOR_TOKEN, or the operator token of CANDOR_DATA)',
    )
    .addArgument(new Argument('<lane>', 'the lane').choices(DATA_CATEGORIES))
    .addOption(
      new Option('--format <format>', 'the form of the rows')
        .choices(['jsonl', 'csv', 'parquet'])
        .default('jsonl'),
    )
    .option('--product <product>', 'the product; the first one by default')
    .option('--url <url>', 'the service; the one on PORT of this machine by default')
    .action(async (lane: string, { format, product, url }: ExportOptions) => {
      const base = url ?? `http://127.0.0.1:${textOf(env, 'PORT', '8787')}`
      const query = new URLSearchParams({ format, ...(product !== undefined && { product }) })
      const headers = { authorization: `Bearer ${tokenOf(env)}` }
      const response = await fetch(`${base}/api/export/${lane}?${query.toString()}`, { headers })
      if (!response.ok || response.body === null) await refuse(response)
      else await response.body.pipeTo(Writable.toWeb(stdout))
    })
}
