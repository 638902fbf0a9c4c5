import { Writable } from 'node:stream'
import { DATA_CATEGORIES } from '@candor/practices'
import { Argument, Option, type Command } from 'commander'
import { requestService } from '../admission/ask-service.js'
import { serviceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'

interface ExportOptions {
  readonly format: string
  readonly product?: string
  readonly url?: string
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
    .option('--url <url>', 'the service (default: CANDOR_URL, or the one on PORT of this machine)')
    .action(async (lane: string, { format, product, url }: ExportOptions) => {
      const access = serviceAccess(env, url)
      const query = new URLSearchParams({ format, ...(product !== undefined && { product }) })
      const { body } = await requestService(access, `/api/export/${lane}?${query.toString()}`)
      await body?.pipeTo(Writable.toWeb(stdout))
    })
}
