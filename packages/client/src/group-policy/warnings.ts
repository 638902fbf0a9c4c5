import type { Language, Localised } from '@candor/practices'

import { POLICY_FAULTS, type Trouble } from './faults.js'

/** What can be wrong with a device's policy, and what then counts. */
export const POLICY_WARNINGS = {
  'malformed-value': {
    en: 'A policy value is not of the form that its control has; it counts as the strictest.',
    es: 'Un valor de directiva no tiene la forma de su control; cuenta como el más estricto.',
  },
  'unreadable-registry': {
    en: 'The registry could not be read; every control that it can set counts as set to the strictest.',
    es: 'No se pudo leer el Registro; todos los controles que puede establecer cuentan con el valor más estricto.',
  },
  'malformed-file': {
    en: 'A policy file is damaged; every control that it can set counts as set to the strictest.',
    es: 'Un archivo de directivas está dañado; todos los controles que puede establecer cuentan con el valor más estricto.',
  },
  'unreadable-file': {
    en: 'A policy file or its folder could not be read; every control that it can set counts as set to the strictest.',
    es: 'No se pudo leer un archivo de directivas o su carpeta; todos los controles que puede establecer cuentan con el valor más estricto.',
  },
  'untrusted-file': {
    en: 'A policy file was refused: it or a folder above it does not belong to root, or others can write to it. It sets nothing.',
    es: 'Se rechazó un archivo de directivas: él o una carpeta superior no pertenece a root, u otros pueden escribir en él. No establece nada.',
  },
  'untrusted-folder': {
    en: 'The policy folder was refused: it or a folder above it does not belong to root, or others can write to it. Its files set nothing.',
    es: 'Se rechazó la carpeta de directivas: ella o una carpeta superior no pertenece a root, u otros pueden escribir en ella. Sus archivos no establecen nada.',
  },
  'unknown-control': {
    en: 'A policy file names a control that cannot be set on a device under these practices; it was left out.',
    es: 'Un archivo de directivas nombra un control que estas prácticas no permiten establecer en un dispositivo; se omitió.',
  },
} as const satisfies Readonly<Record<string, Localised>>

/** The code of a warning. */
export type PolicyWarningCode = keyof typeof POLICY_WARNINGS

/** Something that was wrong with a device's policy. */
export interface PolicyWarning extends Trouble {
  readonly code: PolicyWarningCode
  /** The registry place, the file or the folder. */
  readonly where: string
}

/** A warning as a person reads it. */
export const explainPolicyWarning = (
  { code, where, fault, what }: PolicyWarning,
  language: Language,
): string => {
  const fact = fault === undefined ? undefined : POLICY_FAULTS[fault][language]
  const facts = [where, fact, what].filter((part) => part !== undefined && part !== '').join(': ')
  return `${POLICY_WARNINGS[code][language]} (${facts})`
}
