import type { Texts } from '../pages/translate.js'

/** The texts of the panel beside a meeting. */
export const PANEL_TEXTS = {
  data: { en: 'Your data in this app', es: 'Sus datos en esta aplicación' },
  collected: { en: 'What is collected', es: 'Qué se recopila' },
  exact: { en: 'Exact data', es: 'Datos exactos' },
  device: { en: 'Device', es: 'Dispositivo' },
  practicesLink: {
    en: 'Read the data collection practices',
    es: 'Leer las prácticas de recopilación de datos',
  },
  deviceLead: {
    en: 'A simulated device. On Windows, its own Windows Error Reporting (Watson) values alone decide whether a crash of this app is reported; no admin, host or user of the app can change that.',
    es: 'Un dispositivo simulado. En Windows, solo sus propios valores del Informe de errores de Windows (Watson) deciden si se informa de un bloqueo de esta aplicación; ningún administrador, anfitrión o usuario de la aplicación lo puede cambiar.',
  },
  system: { en: 'Operating system', es: 'Sistema operativo' },
  watsonNote: {
    en: 'These values count on Windows. On this system, the pool that hosts the meeting decides on crashes too.',
    es: 'Estos valores cuentan en Windows. En este sistema, el grupo de servidores que hospeda la reunión decide también sobre los bloqueos.',
  },
  machine: { en: 'Machine (HKLM)', es: 'Equipo (HKLM)' },
  user: { en: 'User (HKCU)', es: 'Usuario (HKCU)' },
  notSet: { en: 'Not set', es: 'Sin configurar' },
  valueYes: { en: 'yes', es: 'sí' },
  valueNo: { en: 'no', es: 'no' },
  consentAsk: { en: 'ask before sending', es: 'preguntar antes de enviar' },
  consentParameters: { en: 'send parameters', es: 'enviar parámetros' },
  consentSafe: { en: 'send parameters and safe data', es: 'enviar parámetros y datos seguros' },
  consentAll: { en: 'send all data', es: 'enviar todos los datos' },
} as const satisfies Texts
