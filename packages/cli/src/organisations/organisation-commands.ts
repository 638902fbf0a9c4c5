import { Option, type Command } from 'commander'
import { addOperatorOptions, type OperatorOptions } from '../admission/operator-options.js'
import type { CallApi } from '../api/call-api.js'
import { runWithApi } from '../api/run-with-api.js'
import type { Answer } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'
import { answerAdded, answerChanged, answerOrganisations, answerRemoved } from './organisation-answers.js'

interface FactOptions extends OperatorOptions {
  readonly label?: string
  readonly cloud?: string
  readonly hosting?: 'online' | 'on-premises'
}

const HOSTINGS = ['online', 'on-premises'] as const
const USUAL_CLOUD = 'worldwide'

const addFactOptions = (command: Command): Command =>
  command
    .argument('<name>', 'its registered name, such as contoso.com')
    .option('--label <text>', 'what people call it')
    .option('--cloud <cloud>', 'one of the clouds of /v1/endpoints')
    .addOption(new Option('--hosting <hosting>', 'how it is hosted').choices(HOSTINGS))

const add = async (name: string, options: FactOptions, call: CallApi): Promise<Answer> => {
  const { label = name, cloud = USUAL_CLOUD, hosting = 'online' } = options
  return answerAdded(await call('createOrganisation', { body: { name, label, cloud, hosting } }))
}

/** Changes what is named and leaves the rest as it is; refused where somebody else was faster. */
const change = async (organisation: string, options: FactOptions, call: CallApi): Promise<Answer> => {
  const params = { organisation }
  const found = await call('readOrganisation', { params })
  const { label = found.label, cloud = found.cloud, hosting = found.hosting } = options
  const body = { label, cloud, hosting }
  return answerChanged(await call('changeOrganisation', { params, body, seen: found.revision }))
}

/** `candor organisation list|add|change|remove`: the organisations that a running service knows. */
export const addOrganisationCommands = (program: Command, surroundings: Surroundings): void => {
  const organisation = program
    .command('organisation')
    .alias('organization')
    .description('the organizations whose settings are kept')
  addOperatorOptions(organisation.command('list').description('the organizations')).action(
    (options: OperatorOptions) =>
      runWithApi(surroundings, options, async (call) =>
        answerOrganisations(await call('listOrganisations', {})),
      ),
  )
  addOperatorOptions(
    addFactOptions(organisation.command('add').description('register an organization')),
  ).action((name: string, options: FactOptions) =>
    runWithApi(surroundings, options, (call) => add(name, options, call)),
  )
  addOperatorOptions(
    addFactOptions(organisation.command('change').description('change what is given, and nothing else')),
  ).action((name: string, options: FactOptions) =>
    runWithApi(surroundings, options, (call) => change(name, options, call)),
  )
  addOperatorOptions(
    organisation
      .command('remove')
      .description('remove an organization that has nothing left')
      .argument('<name>', 'its registered name'),
  ).action((name: string, options: OperatorOptions) =>
    runWithApi(surroundings, options, async (call) => {
      await call('removeOrganisation', { params: { organisation: name } })
      return answerRemoved(name)
    }),
  )
}
