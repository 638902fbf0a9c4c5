import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { renderPolicyTemplates } from '@candor/practices/admx'
import type { Command } from 'commander'
import { loadPractices } from '../practices/load-practices.js'
import type { Surroundings } from '../surroundings.js'

interface AdmxOptions {
  readonly out: string
  readonly practices: string
}

/** `candor policy admx`: the Group Policy templates of the practices (ADMX, and ADML in en-US and es-ES) into a folder. */
export const addAdmxCommand = (policy: Command, { stdout }: Surroundings): void => {
  policy
    .command('admx')
    .description('write the Group Policy templates (ADMX, and ADML in en-US and es-ES) into a folder')
    .option('--out <folder>', 'the folder; made where it is missing', '.')
    .option('--practices <practices>', 'a name or a file', 'skype-teams')
    .action(async ({ out, practices }: AdmxOptions) => {
      for (const { path, text } of renderPolicyTemplates(await loadPractices(practices))) {
        const file = join(out, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
        stdout.write(`${file}\n`)
      }
    })
}
