import type { ErrorCode, Localised } from '@candor/practices'

/** What a command ends with: it was done, it was refused, or its command line is wrong. */
export const EXIT_CODES = { done: 0, refused: 1, wrong: 2 } as const

/** An exit code. */
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

/** The faults that only commands have; the others are those of ERRORS. docs/commands.md is tested against it. */
export const COMMAND_FAULTS = {
  CANDOR_COMMAND_REFUSED: {
    exitCode: EXIT_CODES.wrong,
    title: { en: 'The command line is not one of the command', es: 'La línea no es una de las del comando' },
  },
  CANDOR_COLLECTION_EXISTS: {
    exitCode: EXIT_CODES.refused,
    title: { en: 'The scope has a collection already', es: 'El ámbito ya tiene una colección' },
  },
  CANDOR_COLLECTION_MISSING: {
    exitCode: EXIT_CODES.refused,
    title: { en: 'The scope has no collection', es: 'El ámbito no tiene ninguna colección' },
  },
  CANDOR_CHANGE_DECLINED: {
    exitCode: EXIT_CODES.refused,
    title: { en: 'The change was not confirmed', es: 'El cambio no se confirmó' },
  },
  CANDOR_SETTINGS_FILE_UNUSABLE: {
    exitCode: EXIT_CODES.refused,
    title: { en: 'The settings file cannot be used', es: 'El archivo de configuración no se puede usar' },
  },
  CANDOR_RECEIPT_REFUSED: {
    exitCode: EXIT_CODES.refused,
    title: { en: 'The receipt is not genuine', es: 'El recibo no es auténtico' },
  },
  CANDOR_SERVICE_UNREACHABLE: {
    exitCode: EXIT_CODES.refused,
    title: { en: 'The service does not answer', es: 'El servicio no responde' },
  },
} as const satisfies Readonly<Record<string, { readonly exitCode: ExitCode; readonly title: Localised }>>

/** Why a command did nothing: a coded reason, what is the matter, and the way out. */
export interface Fault {
  readonly code: keyof typeof COMMAND_FAULTS | ErrorCode
  readonly exitCode: ExitCode
  readonly detail: Localised
  readonly remedy: Localised
}

/** What checking a command line gives: the value, or why there is none. */
export type Checked<T> =
  | { readonly kind: 'right'; readonly value: T }
  | { readonly kind: 'wrong'; readonly fault: Fault }

/** A fault on its way to the console. */
export class CommandFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.detail.en, options)
    this.name = 'CommandFault'
    this.fault = fault
  }
}

/** The value of a check that went right. */
export const right = <T>(value: T): Checked<T> => ({ kind: 'right', value })

/** A check that found the command line wrong. */
export const wrong = (
  detail: Localised,
  remedy: Localised,
  code: Fault['code'] = 'CANDOR_COMMAND_REFUSED',
): Checked<never> => ({ kind: 'wrong', fault: { code, exitCode: EXIT_CODES.wrong, detail, remedy } })

/** A check that found what is asked for refused by the practices or by the settings. */
export const refused = (code: Fault['code'], detail: Localised, remedy: Localised): Checked<never> => ({
  kind: 'wrong',
  fault: { code, exitCode: EXIT_CODES.refused, detail, remedy },
})

/** The value of a check. Throws its fault as a CommandFault where it has none. */
export const accept = <T>(checked: Checked<T>): T => {
  if (checked.kind === 'wrong') throw new CommandFault(checked.fault)
  return checked.value
}
