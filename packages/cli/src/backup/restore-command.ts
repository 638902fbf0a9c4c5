import type { Command } from 'commander'
import { textOf } from '../environment.js'
import type { Surroundings } from '../surroundings.js'

interface RestoreOptions {
  readonly data?: string
}

/** `candor restore <backup>`: makes a data folder of a backup, verified, for a service to be started on. */
export const addRestoreCommand = (program: Command, { env, stdout }: Surroundings): void => {
  program
    .command('restore')
    .description('make a data folder of a backup; every file is compared with what was backed up')
    .argument('<backup>', 'a .tar file or a folder that candor backup wrote')
    .option('--data <folder>', 'where to: a folder that is empty or not there (default: CANDOR_DATA)')
    .action(async (backup: string, { data }: RestoreOptions) => {
      // Loaded here, so that the other commands start without the engine.
      const { restoreBackup } = await import('@candor/server')
      const dataFolder = data ?? textOf(env, 'CANDOR_DATA', './data')
      const { madeAt, rows, missingKeys } = await restoreBackup({ backup, dataFolder })
      stdout.write(`Restored ${rows} rows of ${madeAt} to ${dataFolder}.\n`)
      stdout.write('Reports that were acknowledged and erasures that were done after that are not in it.\n')
      if (missingKeys.length > 0)
        stdout.write(`Put these files back before the service starts: ${missingKeys.join(', ')}\n`)
    })
}
