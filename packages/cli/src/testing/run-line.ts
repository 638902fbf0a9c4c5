import { PassThrough } from 'node:stream'
import { Command, CommanderError } from 'commander'
import { addLaneCommands } from '../admission/lane-commands.js'
import { addQuarantineCommands } from '../admission/quarantine-commands.js'
import { addAuditCommands } from '../audit/audit-commands.js'
import { addCmdlets } from '../cmdlets/cmdlet-commands.js'
import { spellCmdlet } from '../cmdlets/cmdlet-name.js'
import { addKeyringCommands } from '../keyring/keyring-commands.js'
import { addKeyCommands } from '../keys/key-commands.js'
import { addOrganisationCommands } from '../organisations/organisation-commands.js'
import { addPersonCommands } from '../people/person-commands.js'
import { addPolicyCommands } from '../policy/policy-commands.js'
import { addQueryCommand } from '../query/query-command.js'
import { addReleaseCommands } from '../query/release-commands.js'
import { addViewCommands } from '../query/view-commands.js'
import { addReceiptCommand } from '../subject/receipt-command.js'
import { addSubjectCommands } from '../subject/subject-commands.js'
import type { Surroundings } from '../surroundings.js'

/** What a command line did. */
export interface LineAnswer {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

/** What a command line is run with. */
export interface LineSurroundings {
  readonly env?: Readonly<Record<string, string>>
  /** What standard input holds before it ends. Default: nothing. */
  readonly input?: string
}

const COMMANDS = [
  addPolicyCommands,
  addKeyCommands,
  addQueryCommand,
  addReleaseCommands,
  addViewCommands,
  addOrganisationCommands,
  addPersonCommands,
  addKeyringCommands,
  addSubjectCommands,
  addReceiptCommand,
  addLaneCommands,
  addQuarantineCommands,
  addAuditCommands,
  addCmdlets,
] as const

const textOf = (stream: PassThrough): string => String(stream.read() ?? '')

/** Runs a line of the policy commands and cmdlets in this process, as a shell would hand its words over. For tests. */
export const runLine = async (
  words: readonly string[],
  { env = {}, input = '' }: LineSurroundings = {},
): Promise<LineAnswer> => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  stdin.end(input)
  const surroundings = { env, stdin, stdout, stderr, exitCode: 0 }
  const program = new Command('candor')
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .exitOverride()
  for (const add of COMMANDS) add(program, surroundings as unknown as Surroundings)
  let wrongLine: number | undefined
  await program.parseAsync(spellCmdlet(['node', 'candor', ...words])).catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error
    wrongLine = error.exitCode === 0 ? 0 : 2
  })
  return { exitCode: wrongLine ?? surroundings.exitCode, out: textOf(stdout), err: textOf(stderr) }
}
