import { Option, type Command } from 'commander'
import type { Environment } from '../environment.js'
import { readConfigurationFile } from './read-file.js'
import { readConfiguration, type Settled } from './read-configuration.js'
import type { Audience, Entry } from './entry.js'
import { ENTRIES, FILE_POINTER, type Key } from './table.js'

const defaultOf = ({ initial, display }: Entry<unknown>): string => {
  if (display === 'hidden' || initial === undefined) return ''
  const text = JSON.stringify(initial)
  return text === '[]' ? '' : `; default ${text.replaceAll('"', '')}`
}

const optionOf = (flag: string, entry: Entry<unknown>): Option => {
  const { kind, text, environment } = entry
  const value = kind.placeholder === undefined ? '' : ` <${kind.placeholder}>`
  return new Option(`--${flag}${value}`, `${text} (${environment}${defaultOf(entry)})`)
}

const entriesFor = (audiences: readonly Audience[]) =>
  ENTRIES.filter(([, { audience }]) => audiences.includes(audience))

/** Gives a command the flags of the configuration. */
export const addConfigurationFlags = (command: Command, audiences: readonly Audience[]): Command => {
  command.option(
    `--${FILE_POINTER.flag} <path>`,
    `a JSON file with keys of the configuration (${FILE_POINTER.environment})`,
  )
  for (const [, entry] of entriesFor(audiences)) {
    if (entry.flag !== undefined) command.addOption(optionOf(entry.flag, entry))
  }
  const variables = entriesFor(audiences).filter(([, { flag }]) => flag === undefined)
  const lines = variables.map(([, { environment, text }]) => `  ${environment}  ${text}`)
  return command.addHelpText('after', ['', 'By the environment or the file alone:', ...lines].join('\n'))
}

const camelCase = (flag: string): string =>
  flag.replaceAll(/-([a-z])/g, (_hyphen, letter: string) => letter.toUpperCase())

/** Reads the configuration of a command that was given the flags. Throws CANDOR_CONFIGURATION_INVALID. */
export const settleConfiguration = (command: Command, environment: Environment): Settled => {
  const options = command.opts<Readonly<Record<string, unknown>>>()
  const flags: Partial<Record<Key, unknown>> = {}
  for (const [key, { flag }] of ENTRIES) {
    if (flag !== undefined) flags[key] = options[camelCase(flag)]
  }
  const path = options[FILE_POINTER.flag] ?? environment[FILE_POINTER.environment]
  const hasFile = typeof path === 'string' && path !== ''
  return readConfiguration({ flags, environment, ...(hasFile && { file: readConfigurationFile(path) }) })
}
