import type { Command } from 'commander'
import { accept } from '../policy/fault.js'
import { runCommand } from '../policy/run-command.js'
import { addSettingsOptions, openSettings, type SettingsOptions } from '../policy/settings-options.js'
import type { Surroundings } from '../surroundings.js'
import { CMDLETS, type Cmdlet } from './cmdlet.js'
import { parseRequest } from './parse-request.js'
import { runCmdlet } from './run-cmdlet.js'

const HELP_SPELLINGS: ReadonlySet<string> = new Set(['-?', '-help', '-h'])

const VALUE_SPELLINGS = { text: ' <text>', boolean: ' <$True|$False>', switch: '' } as const

const usageOf = ({ parameters }: Cmdlet): string =>
  parameters.map(({ name, kind }) => `[-${name}${VALUE_SPELLINGS[kind]}]`).join(' ')

const addCmdlet = (program: Command, cmdlet: Cmdlet, surroundings: Surroundings): void => {
  const command = program
    .command(cmdlet.name)
    .description(cmdlet.summary.en)
    .argument('[parameters...]', 'in the form of PowerShell')
    .usage(`${usageOf(cmdlet)} [options]`)
    .helpOption('--help', 'show this')
    .allowUnknownOption()
  addSettingsOptions(command).action(async (args: readonly string[], options: SettingsOptions) => {
    if (args.some((argument) => HELP_SPELLINGS.has(argument.toLowerCase()))) {
      command.outputHelp()
      return
    }
    await runCommand(surroundings, options, async (talk) => {
      const request = accept(parseRequest(cmdlet, args))
      return runCmdlet(cmdlet, request, { ...(await openSettings(options, surroundings.env, talk)), talk })
    })
  })
}

/** `candor Get-`, `Set-`, `New-` and `Remove-CsWebServiceConfiguration`: the controls in the form of PowerShell's cmdlets. */
export const addCmdlets = (program: Command, surroundings: Surroundings): void => {
  for (const cmdlet of Object.values(CMDLETS)) addCmdlet(program, cmdlet, surroundings)
}
