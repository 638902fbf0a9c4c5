import type { DecisionContext } from '@candor/practices'
import type { Command } from 'commander'
import { createCallApi } from '../api/call-api.js'
import { textOf, type Environment } from '../environment.js'
import { loadPractices } from '../practices/load-practices.js'
import { serviceAccess, serviceUrl, type ServiceAccess } from '../service-access.js'
import type { Surroundings } from '../surroundings.js'
import { explainAtService } from './explain-at-service.js'
import { explainDataType } from './explain-data-type.js'
import { accept } from './fault.js'
import { readSettingsFile } from './file-settings.js'
import { findDataType } from './find-data-type.js'
import { parseAsker, type QuestionOptions } from './question.js'
import { runCommand, type Talk } from './run-command.js'
import { fetchPolicy } from './service-settings.js'
import {
  addSettingsOptions,
  checkOrganisation,
  tellOfMissingFile,
  type SettingsOptions,
} from './settings-options.js'

interface ExplainOptions extends SettingsOptions, QuestionOptions {
  readonly key?: string
}

/** The demonstration's key, where no other is known. */
const keyOf = (environment: Environment, { key }: ExplainOptions): string =>
  key ?? textOf(environment, 'CANDOR_KEY', textOf(environment, 'CANDOR_DEMO_KEY', 'demo'))

/** The settings that a device would have: those of a file, or those that a running service gives to devices. */
const settingsFor = async (
  options: ExplainOptions,
  organisation: string,
  environment: Environment,
  talk: Talk,
): Promise<Pick<DecisionContext, 'settings' | 'meeting'>> => {
  if (options.settingsFile !== undefined) {
    tellOfMissingFile(options.settingsFile, talk)
    return { settings: readSettingsFile(options.settingsFile) }
  }
  const url = serviceUrl(environment, options.url)
  const { pool = '' } = options
  const { settings, meeting } = await fetchPolicy({
    url,
    key: keyOf(environment, options),
    organisation,
    pool,
  })
  return { settings, meeting }
}

/** The service to ask as an admin: where a token is given and no key. undefined: a device's way, or a file's. */
const askedService = (environment: Environment, options: ExplainOptions): ServiceAccess | undefined =>
  options.settingsFile !== undefined || options.key !== undefined || !environment['CANDOR_TOKEN']
    ? undefined
    : serviceAccess(environment, options.url)

/** Adds `explain` to a command: whether a data type is collected, and who decided. */
export const addExplainCommand = (parent: Command, surroundings: Surroundings): void => {
  const command = parent
    .command('explain')
    .description('tell whether a data type is collected, because of what, and who may change it')
    .argument('<dataType>', 'such as usage.IMSent, or IMSent')
    .requiredOption('--client <client>', 'the kind of client, such as desktop or meetings-app')
    .option('--os <name>', 'the operating system (default: that of this machine)')
    .option('--pool <pool>', 'the pool that hosts the meeting')
    .option('--site <site>', 'the site that hosts the meeting (default: as the service has it of the pool)')
    .option('--consent <answer>', 'what the user chose: granted, denied or undecided')
    .option('--watson <json>', "the device's Windows Error Reporting values by level")
    .option(
      '--key <key>',
      'ask the service as a device, with this ingest key (default without CANDOR_TOKEN: CANDOR_KEY, CANDOR_DEMO_KEY or demo)',
    )
  addSettingsOptions(command).action((dataType: string, options: ExplainOptions) =>
    runCommand(surroundings, options, async (talk) => {
      const organisation = accept(checkOrganisation(options))
      const practices = await loadPractices(options.practices)
      const id = accept(findDataType(practices, dataType))
      const asker = accept(parseAsker(practices, options, process.platform))
      const access = askedService(surroundings.env, options)
      if (access !== undefined)
        return explainAtService(createCallApi(access), {
          practices,
          dataType: id,
          asker,
          options,
          organisation,
        })
      const { settings, meeting } = await settingsFor(options, organisation, surroundings.env, talk)
      const place = { ...meeting, ...asker.meeting }
      const context = { ...asker, settings, ...(Object.keys(place).length > 0 && { meeting: place }) }
      return explainDataType({ practices, dataType: id, context, organisation })
    }),
  )
}
