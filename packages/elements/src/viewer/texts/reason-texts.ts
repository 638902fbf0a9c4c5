import { ERRORS, type Language, type Localised } from '@candor/practices'

interface DeviceReason {
  readonly name: Localised
  readonly meaning: Localised
}

/** Why the device itself does not send a report. */
const DEVICE_REASONS: Readonly<Record<string, DeviceReason>> = {
  forbidden: {
    name: { en: 'No longer allowed', es: 'Ya no se permite' },
    meaning: {
      en: 'A setting or your choice no longer allows this, so it was removed before it could be sent.',
      es: 'Una configuración o su elección ya no lo permite, así que se eliminó antes de poder enviarse.',
    },
  },
  'too-old': {
    name: { en: 'Too old', es: 'Demasiado antiguo' },
    meaning: {
      en: 'It waited for more than 30 days, so it was removed.',
      es: 'Esperó más de 30 días, así que se eliminó.',
    },
  },
  'queue-full': {
    name: { en: 'No room left', es: 'Sin sitio' },
    meaning: {
      en: 'Too much was waiting, so the oldest reports were removed.',
      es: 'Había demasiado en espera, así que se eliminaron los informes más antiguos.',
    },
  },
  'storage-spoilt': {
    name: { en: 'Unreadable', es: 'Ilegible' },
    meaning: {
      en: 'What was kept on this device could not be read any more.',
      es: 'Lo que se conservaba en este dispositivo ya no se podía leer.',
    },
  },
  erased: {
    name: { en: 'Erased', es: 'Borrado' },
    meaning: { en: 'It was erased on this device.', es: 'Se borró en este dispositivo.' },
  },
}

const REFUSED: Localised = { en: 'Refused by the service', es: 'Rechazado por el servicio' }

const OTHER_REASON: Localised = {
  en: 'It was not sent, for a reason that this page does not know.',
  es: 'No se envió, por un motivo que esta página no conoce.',
}

/** A reason as people read it. */
export interface ReasonText {
  /** A few words. */
  readonly name: string
  /** A sentence. */
  readonly meaning: string
  /** What the app's makers can do, where the service gave the reason. */
  readonly wayOut: string | undefined
}

/** Explains why reports were dropped or refused: by a reason of the device, or by a code of the service. */
export const explainReason = (reason: string, language: Language): ReasonText => {
  const device = Object.hasOwn(DEVICE_REASONS, reason) ? DEVICE_REASONS[reason] : undefined
  if (device !== undefined)
    return { name: device.name[language], meaning: device.meaning[language], wayOut: undefined }
  const entry = Object.entries(ERRORS).find(([code]) => code === reason)?.[1]
  return entry === undefined
    ? { name: reason, meaning: OTHER_REASON[language], wayOut: undefined }
    : {
        name: REFUSED[language],
        meaning: `${entry.title[language]}.`,
        wayOut: entry.remedy[language],
      }
}
