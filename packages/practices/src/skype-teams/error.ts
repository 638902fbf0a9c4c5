import type { DataTypeIn } from '../data-type.js'

/** The seed's error reporting data types: four of its table, and those of its prose. */
export const error = {
  MessageDirection: {
    kind: 'enumeration',
    values: ['Incoming', 'Outgoing'],
    label: { en: 'Message direction', es: 'Dirección del mensaje' },
    example: 'Incoming',
  },
  ConversationState: {
    kind: 'enumeration',
    values: ['Idle', 'Connecting', 'Connected', 'OnHold', 'Disconnecting', 'Disconnected'],
    label: { en: 'Conversation state', es: 'Estado de la conversación' },
    example: 'Idle',
  },
  ConversationThreadID: {
    kind: 'text',
    maxLength: 128,
    label: { en: 'Conversation thread ID', es: 'Identificador del hilo de la conversación' },
    example: 'AdDO8hsJqilU93hQHC3OZaPR2saEA==',
  },
  UserID: {
    kind: 'service-hashed-user-id',
    label: { en: 'UserID', es: 'UserID' },
    example: 'amosmarble',
    note: {
      en: 'The ID is sent in cleartext, which the telemetry service hashes before storing it',
      es: 'El identificador se envía como texto sin cifrar y el servicio de telemetría le aplica una función hash antes de almacenarlo.',
    },
  },
  ErrorCode: {
    kind: 'text',
    maxLength: 64,
    label: { en: 'Error codes', es: 'Códigos de error' },
    example: '0x80070005',
  },
  Exception: {
    kind: 'exception',
    automatic: 'uncaught-error',
    label: { en: 'Exceptions', es: 'Excepciones' },
    example: 'TypeError: undefined is not a function',
    note: { en: 'Type, message and stack.', es: 'Tipo, mensaje y pila de llamadas.' },
  },
  ErrorLog: {
    kind: 'log',
    automatic: 'log',
    maxLines: 50,
    label: { en: 'Error logs', es: 'Registros de errores' },
    example: 'warning: media stack restarted',
    note: {
      en: 'The last lines that the app logged before the error.',
      es: 'Las últimas líneas que la aplicación registró antes del error.',
    },
  },
  Performance: {
    kind: 'measurements',
    automatic: 'performance',
    figures: { startUpMillis: 'ms', longestTaskMillis: 'ms', heapBytes: 'B', uptimeSeconds: 's' },
    label: { en: 'Performance and reliability', es: 'Rendimiento y confiabilidad' },
    example: 'startUpMillis 840',
  },
  DeviceConfiguration: {
    kind: 'attributes',
    automatic: 'device-configuration',
    attributes: [
      'appVersion',
      'osVersion',
      'browser',
      'cores',
      'memory',
      'screen',
      'audioDevice',
      'videoDevice',
    ],
    label: { en: 'Device configuration', es: 'Configuración del dispositivo' },
    example: 'cores 8',
  },
  NetworkQuality: {
    kind: 'measurements',
    automatic: 'network-quality',
    figures: { roundTripMillis: 'ms', downlinkMbps: 'Mbit/s', failedRequests: '', packetLossPercent: '%' },
    label: { en: 'Network connection quality', es: 'Calidad de la conexión de red' },
    example: 'roundTripMillis 48',
  },
  Crash: {
    kind: 'exception',
    automatic: 'crash',
    label: { en: 'Crash', es: 'Bloqueo' },
    example: 'AccessViolation: the app ended unexpectedly',
    note: {
      en: 'What ended the app. A crash of the Skype Meetings App on Windows is controlled by the Watson settings.',
      es: 'Lo que terminó la aplicación. La configuración de Watson controla los bloqueos de la aplicación Reuniones de Skype en Windows.',
    },
  },
  IPAddress: {
    kind: 'ip-address',
    retentionDays: 30,
    label: { en: 'IP address', es: 'Dirección IP' },
    example: '192.0.2.17',
    note: {
      en: 'Personally identifiable information; in this category alone, and kept for a shorter time.',
      es: 'Información de identificación personal; solo en esta categoría, y se conserva menos tiempo.',
    },
  },
  SIPURI: {
    kind: 'sip-uri',
    retentionDays: 30,
    label: {
      en: 'Session Initiation Protocol Uniform Resource Identifier (SIP URI)',
      es: 'Identificador uniforme de recursos del protocolo de inicio de sesión (SIP URI)',
    },
    example: 'sip:amosmarble@contoso.com',
    note: {
      en: 'Personally identifiable information; in this category alone, and kept for a shorter time.',
      es: 'Información de identificación personal; solo en esta categoría, y se conserva menos tiempo.',
    },
  },
} as const satisfies Readonly<Record<string, DataTypeIn<'error'>>>
