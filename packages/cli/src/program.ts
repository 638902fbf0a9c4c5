import { Command } from 'commander'
import { addDecideCommand } from './commands/decide.js'
import { addDemoCommand } from './commands/demo.js'
import { addExportCommand } from './commands/export.js'
import { addServeCommand } from './commands/serve.js'
import { addPracticesCommands } from './practices/practices-commands.js'
import type { Surroundings } from './surroundings.js'

/** The `candor` command line. */
export const createProgram = (surroundings: Surroundings): Command => {
  const program = new Command('candor')
    .description('Telemetry that can say, and prove, exactly what it collects')
    .showHelpAfterError('(candor --help lists what there is)')
  addServeCommand(program, surroundings)
  addDemoCommand(program, surroundings)
  addExportCommand(program, surroundings)
  addDecideCommand(program, surroundings)
  addPracticesCommands(program, surroundings)
  return program
}
