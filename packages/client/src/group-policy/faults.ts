import type { Localised } from '@candor/practices'

/** What exactly can be wrong where a device's policy is read. */
export const POLICY_FAULTS = {
  failed: { en: 'the system says', es: 'el sistema dice' },
  'not-of-root': { en: 'does not belong to root', es: 'no pertenece a root' },
  'writable-by-others': {
    en: 'is writable by its group or by others',
    es: 'permite escribir a su grupo o a otros',
  },
  'not-a-json-object': { en: 'it is not a JSON object in UTF-8', es: 'no es un objeto JSON en UTF-8' },
  'not-a-file': { en: 'it is not a file', es: 'no es un archivo' },
  'broken-link': { en: 'its link leads nowhere', es: 'su enlace no lleva a ninguna parte' },
  'over-64-kib': { en: 'it is larger than 65 536 bytes', es: 'ocupa más de 65 536 bytes' },
  'reg-refused': {
    en: 'reg.exe is not allowed to read it',
    es: 'reg.exe no tiene permiso para leerlo',
  },
  'over-16-mib': { en: 'it is larger than 16 MiB', es: 'ocupa más de 16 MiB' },
  signature: { en: 'it does not begin with PReg', es: 'no empieza por PReg' },
  version: { en: 'its version is not 1', es: 'su versión no es la 1' },
  truncated: { en: 'it ends within an instruction', es: 'termina en medio de una instrucción' },
  delimiter: {
    en: 'an instruction does not have its brackets and semicolons',
    es: 'a una instrucción le faltan los corchetes o los puntos y coma',
  },
  key: {
    en: 'a key is empty, too long or has no end',
    es: 'una clave está vacía, es demasiado larga o no tiene fin',
  },
  'value-name': {
    en: "a value's name is too long or has no end",
    es: 'el nombre de un valor es demasiado largo o no tiene fin',
  },
  type: { en: 'a type is not one of the registry', es: 'un tipo no es del Registro' },
  size: { en: 'data are larger than 65 535 bytes', es: 'unos datos ocupan más de 65 535 bytes' },
} as const satisfies Readonly<Record<string, Localised>>

/** The code of what is wrong. */
export type PolicyFault = keyof typeof POLICY_FAULTS

/** What is wrong, and the value, the control, the path or the system's own words that it is about. */
export interface Trouble {
  readonly fault?: PolicyFault
  readonly what?: string
}

/** A trouble in one text of no language, to stand in the place of a value that could not be had. */
export const showTrouble = (where: string, { fault, what }: Trouble): string =>
  `${where}: ${[fault, what].filter((part) => part !== undefined).join(' ')}`

/** The trouble that an error tells of. */
export const failure = (error: unknown): Trouble => ({
  fault: 'failed',
  what: error instanceof Error ? error.message : String(error),
})
