import type { ErrorEntry } from './error-entry.js'

/** The coded refusals of whole requests that admission takes no reports of, a part of ERRORS. */
export const ADMISSION_ERRORS = {
  CANDOR_LANE_STOPPED: {
    status: 503,
    title: {
      en: 'An operator has stopped this lane for a time',
      es: 'Un operador ha detenido este carril por un tiempo',
    },
    remedy: {
      en: 'Try again after Retry-After; devices keep accumulating.',
      es: 'Vuelva a intentarlo tras Retry-After; los dispositivos siguen acumulando.',
    },
  },
  CANDOR_RATE_LIMITED: {
    status: 429,
    title: {
      en: 'More requests or reports a second than the service takes',
      es: 'Más peticiones o informes por segundo de los que admite el servicio',
    },
    remedy: {
      en: 'Try again after Retry-After, with more reports a request; an operator can raise the limit.',
      es: 'Vuelva a intentarlo tras Retry-After, con más informes por petición; un operador puede subir el límite.',
    },
  },
  CANDOR_QUOTA_EXCEEDED: {
    status: 429,
    title: {
      en: "The product's reports of today are used up",
      es: 'El producto ha agotado sus informes de hoy',
    },
    remedy: {
      en: 'Try again after Retry-After, when the next day (UTC) begins; an operator can raise the quota.',
      es: 'Vuelva a intentarlo tras Retry-After, cuando empiece el día siguiente (UTC); un operador puede subir la cuota.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
