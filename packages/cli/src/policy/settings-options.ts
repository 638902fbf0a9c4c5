import { existsSync } from 'node:fs'
import { isOrganisation, LANGUAGES, type Practices } from '@candor/practices'
import { Option, type Command } from 'commander'
import type { Environment } from '../environment.js'
import { loadPractices } from '../practices/load-practices.js'
import { serviceAccess } from '../service-access.js'
import { accept, right, wrong, type Checked } from './fault.js'
import { createFileSettings } from './file-settings.js'
import type { AnswerOptions, Talk } from './run-command.js'
import { createServiceSettings } from './service-settings.js'
import type { SettingsPort } from './settings-port.js'

/** Which settings a command works on, and how it answers. */
export interface SettingsOptions extends AnswerOptions {
  readonly url?: string
  readonly settingsFile?: string
  readonly organisation?: string
  /** The same, as most of its readers spell it. */
  readonly organization?: string
  /** A name or a file. */
  readonly practices: string
}

/** What a command works on. */
export interface OpenSettings {
  readonly practices: Practices
  readonly port: SettingsPort
  /** '' for the deployment's own. */
  readonly organisation: string
}

/** Adds the options of every command that works on settings. */
export const addSettingsOptions = (command: Command): Command =>
  command
    .option('--organisation <name>', "the organization, such as contoso.com; the deployment's own by default")
    .addOption(new Option('--organization <name>', 'the same').hideHelp())
    .option('--url <url>', 'the service (default: CANDOR_URL, or the one on PORT of this machine)')
    .option('--settings-file <path>', 'work on a settings file, without a service')
    .option('--practices <practices>', "the product's practices: a name or a file", 'skype-teams')
    .addOption(
      new Option('--lang <language>', 'the language of the answer (default: LANG)').choices(LANGUAGES),
    )
    .option('--json', 'answer in JSON')

/** The organisation that options name, where they make sense together. */
export const checkOrganisation = (options: SettingsOptions): Checked<string> => {
  const { organization = '', organisation = organization, settingsFile, url } = options
  const isFile = settingsFile !== undefined
  if (isFile && (url !== undefined || organisation !== '')) {
    const other = url === undefined ? '--organisation' : '--url'
    return wrong(
      {
        en: `--settings-file and ${other} exclude each other.`,
        es: `--settings-file y ${other} se excluyen.`,
      },
      {
        en: "A file holds one organization's settings, and needs no service.",
        es: 'Un archivo contiene la configuración de una organización y no necesita ningún servicio.',
      },
    )
  }
  if (organisation === '' || isOrganisation(organisation)) return right(organisation)
  return wrong(
    {
      en: `${JSON.stringify(organisation)} is no name of an organization.`,
      es: `${JSON.stringify(organisation)} no es el nombre de una organización.`,
    },
    { en: 'Give its domain name, such as contoso.com.', es: 'Indique su dominio, como contoso.com.' },
  )
}

/** A file that is not there holds no settings, which a slip in its name must not hide. */
export const tellOfMissingFile = (path: string, talk: Pick<Talk, 'notice'>): void => {
  if (existsSync(path)) return
  talk.notice({
    en: `${path} does not exist yet: nothing is set in it.`,
    es: `${path} todavía no existe: no hay nada configurado en él.`,
  })
}

/** Opens the settings that options name: a file's, or a running service's. */
export const openSettings = async (
  options: SettingsOptions,
  environment: Environment,
  talk: Pick<Talk, 'notice'>,
): Promise<OpenSettings> => {
  const organisation = accept(checkOrganisation(options))
  const practices = await loadPractices(options.practices)
  const { settingsFile: path, url } = options
  if (path === undefined) {
    const port = createServiceSettings(serviceAccess(environment, url), practices.product)
    return { practices, port, organisation }
  }
  tellOfMissingFile(path, talk)
  return { practices, port: createFileSettings(path), organisation }
}
