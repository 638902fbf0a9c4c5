import { ADMISSION_ERRORS } from './admission-errors.js'
import { CONTROL_ERRORS } from './control-errors.js'
import type { ErrorEntry } from './error-entry.js'
import { OPERATION_ERRORS } from './operation-errors.js'
import { STORE_ERRORS } from './store-errors.js'
import { SUBJECT_ERRORS } from './subject-errors.js'

/** Every coded error and refusal of Candor: what it means and the way out. docs/errors.md is tested against it. */
export const ERRORS = {
  CANDOR_PRACTICES_INVALID: {
    status: 422,
    title: { en: 'The practices contradict themselves', es: 'Las prácticas se contradicen' },
    remedy: {
      en: 'Mend the definition that the message names.',
      es: 'Corrija la definición que indica el mensaje.',
    },
  },
  CANDOR_PRACTICES_UNKNOWN: {
    status: 422,
    title: {
      en: 'The report names practices that this service does not have',
      es: 'El informe nombra unas prácticas que este servicio no tiene',
    },
    remedy: {
      en: 'Publish that version to the service, or update the app.',
      es: 'Publique esa versión en el servicio o actualice la aplicación.',
    },
  },
  CANDOR_KEY_UNKNOWN: {
    status: 401,
    title: { en: 'The product key is not known', es: 'La clave del producto no es conocida' },
    remedy: { en: 'Send ?key= with a key of the product.', es: 'Envíe ?key= con una clave del producto.' },
  },
  CANDOR_ENVELOPE_TOO_LARGE: {
    status: 413,
    title: {
      en: 'The request body is larger than the limit',
      es: 'El cuerpo de la petición supera el límite',
    },
    remedy: { en: 'Send fewer reports a request.', es: 'Envíe menos informes por petición.' },
  },
  CANDOR_ENCODING_UNSUPPORTED: {
    status: 415,
    title: {
      en: 'The content type or encoding is not one that is read here',
      es: 'El tipo o la codificación del contenido no se admite',
    },
    remedy: {
      en: 'Send JSON as application/json or text/plain, plain or gzip.',
      es: 'Envíe JSON como application/json o text/plain, sin comprimir o con gzip.',
    },
  },
  CANDOR_ENVELOPE_MALFORMED: {
    status: 400,
    title: {
      en: 'The request body is not an envelope',
      es: 'El cuerpo de la petición no es un sobre de informes',
    },
    remedy: {
      en: 'Send the envelope that docs/wire.md describes.',
      es: 'Envíe el sobre que describe docs/wire.md.',
    },
  },
  CANDOR_FIELD_NOT_IN_LANE: {
    status: 422,
    title: {
      en: 'The envelope holds a field that its lane does not have',
      es: 'El sobre contiene un campo que su carril no tiene',
    },
    remedy: {
      en: 'Leave the field out; census knows no organization and no pool.',
      es: 'Omita el campo; el recuento no conoce organización ni grupo de servidores.',
    },
  },
  CANDOR_REPORT_MALFORMED: {
    status: 422,
    title: {
      en: 'The report is not of the form that its lane has',
      es: 'El informe no tiene la forma de su carril',
    },
    remedy: {
      en: 'Send id, from, to and data, and nothing else.',
      es: 'Envíe id, from, to y data, y nada más.',
    },
  },
  CANDOR_REPORT_TIME_REFUSED: {
    status: 422,
    title: {
      en: "The report's times are not of the precision that its lane has",
      es: 'Los tiempos del informe no tienen la precisión de su carril',
    },
    remedy: {
      en: 'Days in census, whole hours in usage, instants in errors; from before to.',
      es: 'Días en el recuento, horas en punto en el uso, instantes en los errores; from antes de to.',
    },
  },
  CANDOR_REPORT_TOO_OLD: {
    status: 422,
    title: {
      en: 'The report is older than the service remembers or keeps',
      es: 'El informe es más antiguo de lo que el servicio recuerda o conserva',
    },
    remedy: {
      en: 'Nothing is to be done; clients drop reports before that age.',
      es: 'No hay nada que hacer; los clientes descartan los informes antes de esa edad.',
    },
  },
  CANDOR_REPORT_IN_FUTURE: {
    status: 422,
    title: { en: "The report's times lie in the future", es: 'Los tiempos del informe están en el futuro' },
    remedy: { en: "Set the device's clock.", es: 'Ponga en hora el reloj del dispositivo.' },
  },
  CANDOR_DATA_TYPE_UNKNOWN: {
    status: 422,
    title: {
      en: 'The practices have no such data type in this category',
      es: 'Las prácticas no tienen ese tipo de datos en esta categoría',
    },
    remedy: {
      en: 'Add the data type to the practices first.',
      es: 'Añada primero el tipo de datos a las prácticas.',
    },
  },
  CANDOR_VALUE_REFUSED: {
    status: 422,
    title: {
      en: 'The value is not one that the data type can hold',
      es: 'El tipo de datos no puede contener ese valor',
    },
    remedy: {
      en: 'Record a value within the bounds that the practices give.',
      es: 'Registre un valor dentro de los límites que dan las prácticas.',
    },
  },
  CANDOR_DECISION_FORBIDS: {
    status: 403,
    title: { en: 'A control forbids that this is collected', es: 'Un control prohíbe recopilar esto' },
    remedy: {
      en: 'Get /v1/policy again; the device then stops by itself.',
      es: 'Obtenga /v1/policy de nuevo; el dispositivo dejará de enviarlo.',
    },
  },
  CANDOR_CONTROL_UNKNOWN: {
    status: 404,
    title: { en: 'The practices have no such control', es: 'Las prácticas no tienen ese control' },
    remedy: {
      en: 'Use one of the controls that the practices page lists.',
      es: 'Use uno de los controles que enumera la página de prácticas.',
    },
  },
  CANDOR_SETTING_REFUSED: {
    status: 422,
    title: {
      en: 'The setting is not one that the control can have',
      es: 'El control no puede tener ese valor',
    },
    remedy: {
      en: 'Give a value and a scope that the control knows.',
      es: 'Dé un valor y un ámbito que el control conozca.',
    },
  },
  CANDOR_CENSUS_ALWAYS_ON: {
    status: 409,
    title: { en: 'Census cannot be turned off', es: 'El recuento no se puede desactivar' },
    remedy: {
      en: 'Census holds nothing that identifies an organization or a person; see the practices page.',
      es: 'El recuento no contiene nada que identifique a una organización o a una persona; vea la página de prácticas.',
    },
  },
  CANDOR_TOKEN_REFUSED: {
    status: 401,
    title: {
      en: 'Nobody is signed in, and the access token is missing or not valid',
      es: 'Nadie ha iniciado sesión, y el token de acceso falta o no es válido',
    },
    remedy: {
      en: 'Sign in; or give commands CANDOR_TOKEN or the data folder by CANDOR_DATA; or send Authorization: Bearer with an API token or the operator token.',
      es: 'Inicie sesión; o dé a los comandos CANDOR_TOKEN o la carpeta de datos con CANDOR_DATA; o envíe Authorization: Bearer con un token de la API o el de operador.',
    },
  },
  CANDOR_KEYRING_UNUSABLE: {
    status: 500,
    title: {
      en: 'A file of secrets is missing, damaged or readable by others',
      es: 'Falta un archivo de secretos, está dañado o lo pueden leer otros',
    },
    remedy: {
      en: 'Restore it from a backup and set its mode to 0600.',
      es: 'Restáurelo de una copia y ponga su modo en 0600.',
    },
  },
  CANDOR_QUERY_REFUSED: {
    status: 400,
    title: { en: 'The question is not one that can be answered', es: 'La pregunta no se puede responder' },
    remedy: {
      en: 'Use the parameters that the API documents.',
      es: 'Use los parámetros que documenta la API.',
    },
  },
  CANDOR_STORE_UNAVAILABLE: {
    status: 503,
    title: { en: 'The store does not answer', es: 'El almacén no responde' },
    remedy: {
      en: 'Try again; reports are kept in the spool meanwhile.',
      es: 'Inténtelo de nuevo; mientras tanto, los informes se guardan en la cola.',
    },
  },
  CANDOR_SPOOL_FULL: {
    status: 503,
    title: { en: 'The spool has no room for more reports', es: 'La cola no tiene sitio para más informes' },
    remedy: {
      en: 'Try again after Retry-After; devices keep accumulating.',
      es: 'Inténtelo de nuevo tras Retry-After; los dispositivos siguen acumulando.',
    },
  },
  CANDOR_SPOOL_DAMAGED: {
    status: 503,
    title: { en: 'The files of the spool are damaged', es: 'Los archivos de la cola están dañados' },
    remedy: {
      en: 'Restore the folder spool from a copy, or move it away to begin anew: what waited in it is lost, and devices send again what was not acknowledged.',
      es: 'Restaure la carpeta spool desde una copia, o apártela para empezar de nuevo: se pierde lo que esperaba en ella, y los dispositivos reenvían lo que no se confirmó.',
    },
  },
  CANDOR_STORE_DAMAGED: {
    status: 500,
    title: { en: 'The folder of the store cannot be read', es: 'La carpeta del almacén no se puede leer' },
    remedy: {
      en: 'Restore the folder store from a copy, or move it away to begin with empty tables; what waits in the spool is kept and stored then.',
      es: 'Restaure la carpeta store desde una copia, o apártela para empezar con tablas vacías; lo que espera en la cola se conserva y se guarda después.',
    },
  },
  CANDOR_NOT_FOUND: {
    status: 404,
    title: {
      en: 'There is nothing of this name, or at this address',
      es: 'No hay nada con este nombre o en esta dirección',
    },
    remedy: {
      en: 'Look for a slip in it; the lists of candor and of the API name what there is.',
      es: 'Compruebe que está bien escrito; las listas de candor y de la API dicen qué hay.',
    },
  },
  CANDOR_CONFIGURATION_INVALID: {
    status: 500,
    title: {
      en: 'The configuration has a value that cannot be used',
      es: 'La configuración tiene un valor que no se puede usar',
    },
    remedy: { en: 'Mend the key that the message names.', es: 'Corrija la clave que indica el mensaje.' },
  },
  CANDOR_DATA_FOLDER_IN_USE: {
    status: 500,
    title: { en: 'Another process uses the data folder', es: 'Otro proceso usa la carpeta de datos' },
    remedy: {
      en: 'End that process, or give another folder by CANDOR_DATA.',
      es: 'Termine ese proceso o indique otra carpeta con CANDOR_DATA.',
    },
  },
  ...ADMISSION_ERRORS,
  ...SUBJECT_ERRORS,
  ...STORE_ERRORS,
  ...OPERATION_ERRORS,
  ...CONTROL_ERRORS,
  CANDOR_INTERNAL: {
    status: 500,
    title: { en: 'Candor itself failed', es: 'Falló Candor mismo' },
    remedy: {
      en: "Look at the service's log; please report it.",
      es: 'Mire el registro del servicio; comuníquelo, por favor.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>

/** The code of an error or a refusal. */
export type ErrorCode = keyof typeof ERRORS

/** Facts of an error for its reader; never a secret, a raw identifier or a report's value. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean>>

/** A coded error. Expected refusals are values instead. */
export class CandorError extends Error {
  readonly code: ErrorCode
  readonly facts: ErrorFacts

  constructor(code: ErrorCode, facts: ErrorFacts = {}, options?: ErrorOptions) {
    const told = Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`)
    super([ERRORS[code].title.en, ...told].join('; '), options)
    this.name = 'CandorError'
    this.code = code
    this.facts = facts
  }
}
