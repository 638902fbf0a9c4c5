import { LANGUAGES, type Localised } from '@candor/practices'
import type { Restored } from '@candor/server'
import { Option, type Command } from 'commander'
import { textOf } from '../environment.js'
import { runCommand, type AnswerOptions } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'

interface RestoreOptions extends AnswerOptions {
  readonly data?: string
}

const restoredText = ({ madeAt, rows, missingKeys }: Restored, dataFolder: string): Localised => {
  const names = missingKeys.join(', ')
  const lines = (texts: readonly string[], back: string): string =>
    [...texts, ...(names === '' ? [] : [`${back} ${names}`])].map((line) => `${line}\n`).join('')
  return {
    en: lines(
      [
        `Restored ${rows} rows of ${madeAt} to ${dataFolder}.`,
        'Reports that were acknowledged and erasures that were done after that are not in it.',
      ],
      'Put these files back before the service starts:',
    ),
    es: lines(
      [
        `Restauradas ${rows} filas del ${madeAt} en ${dataFolder}.`,
        'No contiene los informes confirmados ni los borrados hechos después.',
      ],
      'Devuelva estos archivos a su sitio antes de arrancar el servicio:',
    ),
  }
}

/** `candor restore <backup>`: makes a data folder of a backup, verified, for a service to be started on. */
export const addRestoreCommand = (program: Command, surroundings: Surroundings): void => {
  program
    .command('restore')
    .description('make a data folder of a backup; every file is compared with what was backed up')
    .argument('<backup>', 'a .tar file or a folder that candor backup wrote')
    .option('--data <folder>', 'where to: a folder that is empty or not there (default: CANDOR_DATA)')
    .addOption(
      new Option('--lang <language>', 'the language of the answer (default: LANG)').choices(LANGUAGES),
    )
    .option('--json', 'answer in JSON')
    .action(async (backup: string, options: RestoreOptions) =>
      runCommand(surroundings, options, async () => {
        // Loaded here, so that the other commands start without the engine.
        const { restoreBackup } = await import('@candor/server')
        const dataFolder = options.data ?? textOf(surroundings.env, 'CANDOR_DATA', './data')
        const restored = await restoreBackup({ backup, dataFolder })
        return { text: restoredText(restored, dataFolder), data: { dataFolder, ...restored } }
      }),
    )
}
