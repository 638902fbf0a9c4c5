import { ERRORS, isObject, type ErrorCode, type Localised } from '@candor/practices'
import { problem, warning, type Found } from './finding.js'
import { MAKE_ROOM } from './machine-checks.js'

/** A part that a service says is not well. */
interface ToldFault {
  readonly part: string
  readonly code: ErrorCode
  /** An instant, such as 2026-11-30T12:00:00.000Z; where it is known. */
  readonly since: string | undefined
}

/** What /readyz of a service says. */
export interface ToldReadiness {
  /** The parts that keep it from taking reports. */
  readonly parts: readonly unknown[]
  readonly faults: readonly ToldFault[]
}

const parseFault = (given: unknown): readonly ToldFault[] => {
  if (!isObject(given)) return []
  const { part, code, since } = given
  if (typeof part !== 'string' || typeof code !== 'string' || !Object.hasOwn(ERRORS, code)) return []
  return [{ part, code: code as ErrorCode, since: typeof since === 'string' ? since : undefined }]
}

/** Reads what /readyz answered; undefined where that is no Candor service's. */
export const parseReadiness = (body: string): ToldReadiness | undefined => {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return undefined
  }
  if (!isObject(answer) || !['ready', 'unready'].includes(String(answer['status']))) return undefined
  const { parts, faults } = answer
  return {
    parts: Array.isArray(parts) ? parts : [],
    faults: Array.isArray(faults) ? faults.flatMap(parseFault) : [],
  }
}

/** What an operator does; of the others the code's own way out is told. */
const WAYS_OUT: Readonly<Record<string, Localised>> = {
  spool: {
    en: 'Check that the disk works and has room, and the permissions of the spool folder.',
    es: 'Compruebe que el disco funciona y tiene sitio, y los permisos de la carpeta spool.',
  },
  disk: MAKE_ROOM,
  loader: {
    en: 'Look for CANDOR_STORE_UNAVAILABLE in the log of the service; reports wait in the spool, nothing is lost.',
    es: 'Busque CANDOR_STORE_UNAVAILABLE en el registro del servicio; los informes esperan en la cola, no se pierde nada.',
  },
  store: {
    en: 'Restore the folder store from a backup; the reports of its broken parts are missing in all figures.',
    es: 'Restaure la carpeta store de una copia; los informes de sus partes dañadas faltan en todas las cifras.',
  },
  'set-aside': {
    en: 'Look for CANDOR_VALUE_REFUSED in the log; they count as refused, and nothing waits for them.',
    es: 'Busque CANDOR_VALUE_REFUSED en el registro; cuentan como rechazados y nada los espera.',
  },
  keyring: {
    en: 'Restore keyring.json from a backup, with mode 0600; until then the keys that were read before stay in use.',
    es: 'Restaure keyring.json de una copia, con modo 0600; hasta entonces siguen en uso las claves leídas antes.',
  },
}

/** Of these a service lives on without loss, but not as it should. */
const HARMLESS = new Set(['clock', 'set-aside', 'collectors'])

/** What the doctor says of a part that is not well. */
export const foundFault = ({ part, code, since }: ToldFault, { parts }: ToldReadiness): Found => {
  const { title, remedy } = ERRORS[code]
  const message: Localised = {
    en: `${part}: ${title.en} (${code}${since === undefined ? '' : `, since ${since}`})`,
    es: `${part}: ${title.es} (${code}${since === undefined ? '' : `, desde ${since}`})`,
  }
  const wayOut = WAYS_OUT[part] ?? remedy
  return HARMLESS.has(part) && !parts.includes(part) ? warning(message, wayOut) : problem(message, wayOut)
}
