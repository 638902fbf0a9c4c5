import type { DataTypeIn } from '../data-type.js'

/** The seed's usage data types: six of its table, and those of its prose. */
export const usage = {
  IMSent: {
    kind: 'count',
    label: { en: 'IM Sent', es: 'Mensajes instantáneos enviados' },
    example: '12',
  },
  IMReceived: {
    kind: 'count',
    label: { en: 'IM Received', es: 'Mensajes instantáneos recibidos' },
    example: '5',
  },
  MeetingJoinAttempts: {
    kind: 'count',
    label: { en: 'Join a meeting (attempts)', es: 'Unirse a una reunión (intentos)' },
    example: '5',
  },
  MeetingJoinSuccesses: {
    kind: 'count',
    label: { en: 'Join a meeting (success)', es: 'Unirse a una reunión (con éxito)' },
    example: '4',
  },
  CallMinutes: {
    kind: 'duration',
    unit: 'minute',
    label: { en: 'Call/meeting minutes', es: 'Minutos de llamada o reunión' },
    example: '30 mins',
  },
  FederationPartner: {
    kind: 'organisation',
    label: { en: 'FederationPartner', es: 'FederationPartner' },
    example: 'Microsoft.com',
    note: {
      en: "This is the name of the organization registered in Office 365 and is transmitted in cleartext, which means it's not obfuscated.",
      es: 'Es el nombre de la organización registrado en Office 365 y se transmite como texto sin cifrar, es decir, no se oculta.',
    },
  },
  CallsMade: {
    kind: 'count',
    label: { en: 'Calls made', es: 'Llamadas realizadas' },
    example: '7',
  },
  FeatureUse: {
    kind: 'labelled-count',
    label: { en: 'Frequency of features used', es: 'Frecuencia de uso de las características' },
    example: 'screen-sharing 2, whiteboard 1',
    note: {
      en: 'How often each feature was used; features have the names that the developers gave them.',
      es: 'Cuántas veces se usó cada característica; los nombres los pusieron los desarrolladores.',
    },
  },
  Sessions: {
    kind: 'count',
    automatic: 'sessions',
    label: { en: 'Stability: sessions', es: 'Estabilidad: sesiones' },
    example: '2',
  },
  Crashes: {
    kind: 'count',
    automatic: 'crashes',
    label: { en: 'Stability: crashes', es: 'Estabilidad: bloqueos' },
    example: '0',
    note: {
      en: 'How many sessions ended in a crash; the crash itself is error reporting data.',
      es: 'Cuántas sesiones acabaron en un bloqueo; el bloqueo en sí pertenece a los informes de errores.',
    },
  },
} as const satisfies Readonly<Record<string, DataTypeIn<'usage'>>>
