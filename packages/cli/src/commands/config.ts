import type { Command } from 'commander'
import { addConfigurationFlags, settleConfiguration } from '../configuration/configuration-flags.js'
import { showConfiguration } from '../configuration/describe-configuration.js'
import { alignColumns } from '../policy/align-columns.js'
import type { Surroundings } from '../surroundings.js'

/** `candor config show`: the values in force and where each comes from; secrets are not shown. */
export const addConfigCommands = (program: Command, { env, stdout }: Surroundings): void => {
  const config = program.command('config').description('what configures the service')
  const show = config
    .command('show')
    .description('show the values in force and where each comes from; secrets are not shown')
    .option('--json', 'as JSON')
    .action(() => {
      const shown = showConfiguration(settleConfiguration(show, env))
      if (show.opts<{ readonly json?: boolean }>().json === true) {
        stdout.write(`${JSON.stringify(shown)}\n`)
        return
      }
      const rows = shown.map(({ key, value, source }) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
        source,
      ])
      stdout.write(alignColumns([['key', 'value', 'from'], ...rows]))
    })
  addConfigurationFlags(show, ['service', 'demo'])
}
