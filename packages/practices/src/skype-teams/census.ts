import type { DataTypeIn } from '../data-type.js'

/** The seed's census data types: seven of its table, and the two counters of its prose. */
export const census = {
  AppName: {
    kind: 'name',
    automatic: 'app-name',
    label: { en: 'AppName', es: 'AppName' },
    example: 'iPhoneSkype',
  },
  DeviceModel: {
    kind: 'name',
    automatic: 'device-model',
    label: { en: 'DeviceModel', es: 'DeviceModel' },
    example: 'iPhone',
  },
  OSName: {
    kind: 'name',
    automatic: 'os-name',
    label: { en: 'OSName', es: 'OSName' },
    example: 'iPhoneiOS',
  },
  OSVersion: {
    kind: 'version',
    automatic: 'os-version',
    label: { en: 'OSVersion', es: 'OSVersion' },
    example: '8.3',
  },
  UserLanguage: {
    kind: 'language',
    automatic: 'language',
    label: { en: 'UserLanguage', es: 'UserLanguage' },
    example: 'EN-US',
  },
  UserID: {
    kind: 'twice-hashed-user-id',
    label: { en: 'UserID', es: 'UserID' },
    example: 'E296D735-4F36-4E18-7C3B-52E1A02A0164',
    note: {
      en: 'The ID is hashed twice: once on the client and again on the telemetry service. The hashing ensures the ID cannot be linked to a specific user.',
      es: 'El identificador se somete dos veces a una función hash: una en el cliente y otra en el servicio de telemetría. Así se garantiza que no se pueda vincular a un usuario concreto.',
    },
  },
  DeviceID: {
    kind: 'device-id',
    label: { en: 'DeviceID', es: 'DeviceID' },
    example: '5E872200-F546-4CCD-8F23-AF5F507AA2DD',
    note: {
      en: "The device ID is a GUID that's randomly generated once on the device and sent to the telemetry service.",
      es: 'El identificador del dispositivo es un GUID que se genera aleatoriamente una sola vez en el dispositivo y se envía al servicio de telemetría.',
    },
  },
  SignInAttempts: {
    kind: 'count',
    automatic: 'sign-in-attempts',
    label: { en: 'Sign-in attempts', es: 'Intentos de inicio de sesión' },
    example: '3',
    note: {
      en: 'A counter; it does not say who tried to sign in.',
      es: 'Un contador; no dice quién intentó iniciar sesión.',
    },
  },
  SignInFailures: {
    kind: 'count',
    automatic: 'sign-in-failures',
    label: { en: 'Sign-in failures', es: 'Errores de inicio de sesión' },
    example: '1',
    note: {
      en: 'A counter; it does not say who failed to sign in.',
      es: 'Un contador; no dice quién no pudo iniciar sesión.',
    },
  },
} as const satisfies Readonly<Record<string, DataTypeIn<'census'>>>
