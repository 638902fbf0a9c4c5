import type { Command } from 'commander'
import type { Surroundings } from '../surroundings.js'
import { addAdmxCommand } from './admx-command.js'
import { addExplainCommand } from './explain-command.js'
import { getControl } from './get-control.js'
import { listControls } from './list-controls.js'
import { runCommand } from './run-command.js'
import { setControl } from './set-control.js'
import { addSettingsOptions, openSettings, type SettingsOptions } from './settings-options.js'

interface ScopeOptions extends SettingsOptions {
  readonly scope?: string
}

interface ChangeOptions extends ScopeOptions {
  readonly whatIf?: boolean
}

const addListCommand = (policy: Command, surroundings: Surroundings): void => {
  const command = policy.command('list').description('list the controls, their settings and who sets them')
  addSettingsOptions(command).action((options: SettingsOptions) =>
    runCommand(surroundings, options, async (talk) =>
      listControls({ ...(await openSettings(options, surroundings.env, talk)), talk }),
    ),
  )
}

const addGetCommand = (policy: Command, surroundings: Surroundings): void => {
  const command = policy
    .command('get')
    .description('show a control and its settings, or what stands at one scope')
    .argument('<control>', 'such as MeetingUxEnableTelemetry')
    .option('--scope <scope>', 'such as in-band, global, site:<site> or service:WebServer:<pool>')
  addSettingsOptions(command).action((control: string, options: ScopeOptions) =>
    runCommand(surroundings, options, async (talk) =>
      getControl(control, options.scope, await openSettings(options, surroundings.env, talk)),
    ),
  )
}

const change = (
  surroundings: Surroundings,
  control: string,
  value: string | null,
  options: ChangeOptions,
): Promise<void> =>
  runCommand(surroundings, options, async (talk) => {
    const { scope, whatIf } = options
    const order = { control, value, ...(scope !== undefined && { scope }) }
    const mode = { kind: whatIf === true ? 'what-if' : 'apply' } as const
    return setControl(order, { ...(await openSettings(options, surroundings.env, talk)), talk, mode })
  })

const addScopeOptions = (command: Command): Command =>
  command
    .option(
      '--scope <scope>',
      'such as global, site:<site> or service:WebServer:<pool>; in-band or global by default',
    )
    .option('--what-if', 'show what would change, and change nothing')

const addSetCommand = (policy: Command, surroundings: Surroundings): void => {
  const command = policy
    .command('set')
    .description('set a control at a scope')
    .argument('<control>', 'such as DisableAutomaticSendTracing')
    .argument('<value>', 'true or false')
  addSettingsOptions(addScopeOptions(command)).action(
    (control: string, value: string, options: ChangeOptions) => change(surroundings, control, value, options),
  )
}

const addRemoveCommand = (policy: Command, surroundings: Surroundings): void => {
  const command = policy
    .command('remove')
    .description('remove the setting of a control at a scope')
    .argument('<control>', 'such as DisableAutomaticSendTracing')
  addSettingsOptions(addScopeOptions(command)).action((control: string, options: ChangeOptions) =>
    change(surroundings, control, null, options),
  )
}

/** `candor policy list|get|set|remove|explain`, and `candor explain`: the controls for people who do not think in cmdlets. */
export const addPolicyCommands = (program: Command, surroundings: Surroundings): Command => {
  const policy = program
    .command('policy')
    .description('see and set the controls, and explain what they decide')
  addListCommand(policy, surroundings)
  addGetCommand(policy, surroundings)
  addSetCommand(policy, surroundings)
  addRemoveCommand(policy, surroundings)
  addExplainCommand(policy, surroundings)
  addAdmxCommand(policy, surroundings)
  addExplainCommand(program, surroundings)
  return policy
}
