import { parseDeviceId, type DeviceId, type Localised } from '@candor/practices'
import { accept, wrong } from '../policy/fault.js'
import { readLine, type Talk } from '../policy/run-command.js'
import type { Surroundings } from '../surroundings.js'

/** Whom a command is about, as the service is asked. */
export type AskedSubject = { readonly user: string } | { readonly device: DeviceId }

/** How a command line names a subject. */
export interface SubjectOptions {
  /** A raw id; true where it is to be read from standard input. */
  readonly user?: string | true
  readonly device?: string
}

const PROMPT: Localised = { en: 'User id:', es: 'Identificador de usuario:' }

const ON_COMMAND_LINE: Localised = {
  en: 'A user id on the command line stays in the history of the shell and is seen by everybody on this machine; leave it out and type it, or hand it over on standard input.',
  es: 'Un identificador de usuario en la línea de comandos queda en el historial del intérprete y lo ven todos en esta máquina; omítalo y escríbalo, o entréguelo por la entrada estándar.',
}

const readUser = async (
  user: string | true,
  { stdin, stderr }: Surroundings,
  talk: Talk,
): Promise<string> => {
  if (user !== true) {
    talk.notice(ON_COMMAND_LINE)
    return user
  }
  if (stdin.isTTY) stderr.write(`${PROMPT[talk.language]} `)
  return (await readLine(stdin)).trim()
}

/** The subject that a command line names: a raw user id from standard input, or a device's random id. */
export const readSubject = async (
  { user, device }: SubjectOptions,
  surroundings: Surroundings,
  talk: Talk,
): Promise<AskedSubject> => {
  const form: Localised = {
    en: 'Give --user, with the id on standard input, or --device with a GUID.',
    es: 'Indique --user, con el identificador por la entrada estándar, o --device con un GUID.',
  }
  if ((user === undefined) === (device === undefined))
    return accept(wrong({ en: 'One subject is needed.', es: 'Hace falta un interesado.' }, form))
  if (device !== undefined) {
    const id = parseDeviceId(device)
    if (id === undefined)
      return accept(wrong({ en: 'The device is no GUID.', es: 'El dispositivo no es un GUID.' }, form))
    return { device: id }
  }
  const id = await readUser(user ?? true, surroundings, talk)
  if (id === '')
    return accept(wrong({ en: 'The user id is empty.', es: 'El identificador está vacío.' }, form))
  return { user: id }
}
