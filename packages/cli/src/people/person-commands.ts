import { ACCOUNT_ROLES, type AccountRole } from '@candor/server/account-roles'
import { Option, type Command } from 'commander'
import { addOperatorOptions, type OperatorOptions } from '../admission/operator-options.js'
import type { CallApi } from '../api/call-api.js'
import { runWithApi } from '../api/run-with-api.js'
import { accept } from '../policy/fault.js'
import type { Answer } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'
import { findPerson } from './find-person.js'
import { parseDays } from './parse-days.js'
import {
  answerInvitations,
  answerInvited,
  answerPeople,
  answerPerson,
  answerUninvited,
  type Person,
} from './person-answers.js'

interface GrantOptions extends OperatorOptions {
  readonly organisation?: string
  /** The same, as most of its readers spell it. */
  readonly organization?: string
}

interface InviteOptions extends GrantOptions {
  readonly role: AccountRole
  readonly days?: number
}

type Add = (name: string, description: string) => Command

const organisationIn = ({ organization, organisation = organization }: GrantOptions): string | null =>
  organisation ?? null

const addOrganisation = (command: Command): Command =>
  command
    .option('--organisation <name>', 'the one organization of an organization-admin')
    .addOption(new Option('--organization <name>', 'the same').hideHelp())

/** Changes an account as it was seen; refused where somebody else was faster. */
const change = async (
  call: CallApi,
  email: string,
  make: (found: Person) => Pick<Person, 'role' | 'organisation' | 'state'>,
): Promise<Answer> => {
  const found = accept(await findPerson(call, email))
  const { role, organisation, state } = make(found)
  const body = { role, organisation, state }
  return answerPerson(await call('changePerson', { params: { id: found.id }, body, seen: found.revision }))
}

const addInvitationCommands = (add: Add, surroundings: Surroundings): void => {
  addOrganisation(add('invite', 'invite somebody, and show the link this once'))
    .argument('<email>')
    .addOption(new Option('--role <role>', 'what they may do').choices(ACCOUNT_ROLES).makeOptionMandatory())
    .option('--days <days>', 'how long the link works: 1 to 30 (default: 7)', parseDays)
    .action((email: string, options: InviteOptions) =>
      runWithApi(surroundings, options, async (call) => {
        const { role, days } = options
        const grant = { email, role, organisation: organisationIn(options) }
        const body = { ...grant, ...(days !== undefined && { expiresInDays: days }) }
        return answerInvited(email, await call('invite', { body }))
      }),
    )
  add('invitations', 'the invitations, the newest first').action((options: OperatorOptions) =>
    runWithApi(surroundings, options, async (call) => answerInvitations(await call('listInvitations', {}))),
  )
  add('uninvite', 'revoke an invitation that was not accepted')
    .argument('<id>', 'of candor person invitations')
    .action((id: string, options: OperatorOptions) =>
      runWithApi(surroundings, options, async (call) => {
        await call('revokeInvitation', { params: { id } })
        return answerUninvited(id)
      }),
    )
}

/** `candor person list|invite|invitations|uninvite|role|remove|restore`: who may do what at a running service. */
export const addPersonCommands = (program: Command, surroundings: Surroundings): void => {
  const person = program.command('person').description('who has an account, and what they may do')
  const add: Add = (name, description) => addOperatorOptions(person.command(name).description(description))
  add('list', 'everybody who has an account').action((options: OperatorOptions) =>
    runWithApi(surroundings, options, async (call) => answerPeople(await call('listPeople', {}))),
  )
  addInvitationCommands(add, surroundings)
  addOrganisation(add('role', 'change what somebody may do; their sessions end'))
    .argument('<email>')
    .addArgument(person.createArgument('<role>', 'what they may do').choices(ACCOUNT_ROLES))
    .action((email: string, role: AccountRole, options: GrantOptions) =>
      runWithApi(surroundings, options, (call) =>
        change(call, email, ({ state }) => ({ role, organisation: organisationIn(options), state })),
      ),
    )
  add('remove', 'let somebody in no more; what they did stays in the audit log')
    .argument('<email>')
    .action((email: string, options: OperatorOptions) =>
      runWithApi(surroundings, options, (call) =>
        change(call, email, (found) => ({ ...found, state: 'disabled' })),
      ),
    )
  add('restore', 'let somebody in again, with the role that they had')
    .argument('<email>')
    .action((email: string, options: OperatorOptions) =>
      runWithApi(surroundings, options, (call) =>
        change(call, email, (found) => ({ ...found, state: 'active' })),
      ),
    )
}
