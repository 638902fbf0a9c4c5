import type { Language, Localised } from '@candor/practices'

import { explainReason } from './reason-texts.js'

const MEANINGS: Readonly<Record<string, Localised>> = {
  'request-failed': {
    en: 'A request got no answer; what it held is kept and goes again.',
    es: 'Una petición no tuvo respuesta; lo que contenía se conserva y saldrá de nuevo.',
  },
  'send-failed': {
    en: 'Sending failed within the app; what waits is kept.',
    es: 'El envío falló dentro de la aplicación; lo que espera se conserva.',
  },
  'storage-failed': {
    en: 'This device could not keep something; it is held in memory until the app ends.',
    es: 'Este dispositivo no pudo conservar algo; queda en memoria hasta que se cierre la aplicación.',
  },
  'policy-refused': {
    en: 'The organization’s settings came in a form that cannot be trusted, so the strictest count.',
    es: 'La configuración de la organización llegó en una forma que no es de fiar, así que cuenta la más estricta.',
  },
  'policy-older': {
    en: 'Settings older than those known were set aside.',
    es: 'Se descartó una configuración más antigua que la conocida.',
  },
  'value-refused': {
    en: 'The app recorded a value that the data type cannot hold; it was left out.',
    es: 'La aplicación registró un valor que el tipo de datos no admite; se omitió.',
  },
  'labels-full': {
    en: 'The app counted more names than the data type may hold; the rest were left out.',
    es: 'La aplicación contó más nombres de los que admite el tipo de datos; el resto se omitió.',
  },
  'consent-without-user': {
    en: 'A choice was made while nobody was signed in; it was not kept.',
    es: 'Se hizo una elección sin que nadie hubiera iniciado sesión; no se conservó.',
  },
  'consent-unknown': {
    en: 'The app asked for a choice that does not exist.',
    es: 'La aplicación pidió una elección que no existe.',
  },
  'consent-refused': {
    en: 'The app gave an answer that is none; your choice was left as it was.',
    es: 'La aplicación dio una respuesta que no existe; su elección se quedó como estaba.',
  },
  misuse: {
    en: 'The app used its client in a way that it does not know; nothing was recorded.',
    es: 'La aplicación usó su cliente de una forma que este no conoce; no se registró nada.',
  },
  'after-close': {
    en: 'The app recorded something after it had stopped recording; it was left out.',
    es: 'La aplicación registró algo después de dejar de registrar; se omitió.',
  },
  'collect-failed': {
    en: 'What is collected by itself could not begin.',
    es: 'Lo que se recopila por sí solo no pudo empezar.',
  },
  'attach-failed': {
    en: 'What the app adds to its error reports could not be read; it was left out.',
    es: 'Lo que la aplicación añade a sus informes de errores no se pudo leer; se omitió.',
  },
  'first-hash-failed': {
    en: 'A user id could not be hashed; it was left out.',
    es: 'No se pudo obtener el hash de un identificador de usuario; se omitió.',
  },
  'origin-refused': {
    en: 'The organization’s or the meeting’s name was malformed; it was left out.',
    es: 'El nombre de la organización o de la reunión estaba mal formado; se omitió.',
  },
  'user-refused': {
    en: 'The app gave a user id that cannot be used.',
    es: 'La aplicación dio un identificador de usuario que no se puede usar.',
  },
  'listener-failed': {
    en: 'A part of the app failed when it was told of a change.',
    es: 'Una parte de la aplicación falló al recibir el aviso de un cambio.',
  },
  answered: {
    en: 'The service answered a request with this status in place of taking it.',
    es: 'El servicio respondió con este estado en lugar de admitir la petición.',
  },
}

const OTHER: Localised = {
  en: 'The app’s client counts this under its name; this page does not know more.',
  es: 'El cliente de la aplicación lo cuenta con este nombre; esta página no sabe más.',
}

/** Explains what is counted, such as `request-failed`, `refused:CANDOR_VALUE_REFUSED` or `value-refused:usage.IMSent`. */
export const explainDiagnostic = (reason: string, language: Language): string => {
  const [kind = '', about = ''] = reason.split(':')
  const meaning = Object.hasOwn(MEANINGS, kind) ? MEANINGS[kind] : undefined
  if (meaning !== undefined) return meaning[language]
  const why = kind === 'refused' ? about : kind
  const { name, meaning: told } = explainReason(why, language)
  return name === why ? OTHER[language] : told
}
