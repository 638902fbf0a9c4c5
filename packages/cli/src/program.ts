import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { addLaneCommands } from './admission/lane-commands.js'
import { addQuarantineCommands } from './admission/quarantine-commands.js'
import { addAuditCommands } from './audit/audit-commands.js'
import { addBackupCommand } from './backup/backup-command.js'
import { addRestoreCommand } from './backup/restore-command.js'
import { addCmdlets } from './cmdlets/cmdlet-commands.js'
import { addConfigCommands } from './commands/config.js'
import { addDecideCommand } from './commands/decide.js'
import { addDemoCommand } from './commands/demo.js'
import { addExportCommand } from './commands/export.js'
import { addServeCommand } from './commands/serve.js'
import { addDoctorCommand } from './doctor/doctor-command.js'
import { addKeyringCommands } from './keyring/keyring-commands.js'
import { addKeyCommands } from './keys/key-commands.js'
import { addOrganisationCommands } from './organisations/organisation-commands.js'
import { addPersonCommands } from './people/person-commands.js'
import { addPolicyCommands } from './policy/policy-commands.js'
import { addPracticesCommands } from './practices/practices-commands.js'
import { addQueryCommand } from './query/query-command.js'
import { addReleaseCommands } from './query/release-commands.js'
import { addViewCommands } from './query/view-commands.js'
import { addReceiptCommand } from './subject/receipt-command.js'
import { addSubjectCommands } from './subject/subject-commands.js'
import type { Surroundings } from './surroundings.js'

const versionOf = (): string => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}

/** The `candor` command line. A wrong one is told on standard error and thrown as a CommanderError. */
export const createProgram = (surroundings: Surroundings): Command => {
  const { stdout, stderr } = surroundings
  const program = new Command('candor')
    .description('Telemetry that can say, and prove, exactly what it collects')
    .version(versionOf(), '--version', 'show the version')
    .showHelpAfterError('(candor --help lists what there is)')
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .exitOverride()
  addServeCommand(program, surroundings)
  addDemoCommand(program, surroundings)
  addExportCommand(program, surroundings)
  addQueryCommand(program, surroundings)
  addReleaseCommands(program, surroundings)
  addViewCommands(program, surroundings)
  addConfigCommands(program, surroundings)
  addDoctorCommand(program, surroundings)
  addDecideCommand(program, surroundings)
  addPracticesCommands(program, surroundings)
  addPolicyCommands(program, surroundings)
  addKeyCommands(program, surroundings)
  addOrganisationCommands(program, surroundings)
  addPersonCommands(program, surroundings)
  addKeyringCommands(program, surroundings)
  addSubjectCommands(program, surroundings)
  addReceiptCommand(program, surroundings)
  addLaneCommands(program, surroundings)
  addQuarantineCommands(program, surroundings)
  addAuditCommands(program, surroundings)
  addBackupCommand(program, surroundings)
  addRestoreCommand(program, surroundings)
  addCmdlets(program, surroundings)
  return program
}
