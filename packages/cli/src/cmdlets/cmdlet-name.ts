import { CMDLETS } from './cmdlet.js'

const DASHES = /[\u2013\u2014\u2015]/gu

const COMMAND_AT = 2

/**
 * The arguments of a process with a cmdlet's name as it is registered: cmdlets are found in any case, and with a dash
 * that a word processor made of the hyphen. Other command lines stay as they are.
 */
export const spellCmdlet = (argv: readonly string[]): string[] => {
  const lower = argv[COMMAND_AT]?.replaceAll(DASHES, '-').toLowerCase()
  const cmdlet = Object.values(CMDLETS).find(({ name }) => name.toLowerCase() === lower)
  return cmdlet === undefined ? [...argv] : argv.with(COMMAND_AT, cmdlet.name)
}
