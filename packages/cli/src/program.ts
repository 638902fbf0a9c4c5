import { Command } from 'commander'
import { addDecideCommand } from './commands/decide.js'
import { addDemoCommand } from './commands/demo.js'
import { addExportCommand } from './commands/export.js'
import { addServeCommand } from './commands/serve.js'

/** The parts of the process that the commands use. */
export type Surroundings = Pick<NodeJS.Process, 'env' | 'stdin' | 'stdout' | 'stderr' | 'once'>

/** The `candor` command line. */
export const createProgram = (surroundings: Surroundings): Command => {
  const program = new Command('candor')
    .description('Telemetry that can say, and prove, exactly what it collects')
    .showHelpAfterError('(candor --help lists what there is)')
  addServeCommand(program, surroundings)
  addDemoCommand(program, surroundings)
  addExportCommand(program, surroundings)
  addDecideCommand(program, surroundings)
  return program
}
