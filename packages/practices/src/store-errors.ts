import type { ErrorEntry } from './error-entry.js'

/** The coded errors of publishing to a running service and of backups, a part of ERRORS. */
export const STORE_ERRORS = {
  CANDOR_PRACTICES_VERSION_TAKEN: {
    status: 409,
    title: {
      en: 'The practices have the number of a version that was served already, or a lower one',
      es: 'Las prácticas tienen el número de una versión que ya se sirvió, o uno menor',
    },
    remedy: {
      en: 'Give the definition a number above the newest; a version that was served is never changed.',
      es: 'Dé a la definición un número mayor que el más reciente; una versión que se sirvió nunca cambia.',
    },
  },
  CANDOR_BACKUP_UNUSABLE: {
    status: 400,
    title: {
      en: 'The backup cannot be made or restored',
      es: 'La copia de seguridad no se puede hacer o restaurar',
    },
    remedy: {
      en: 'Back up to a new file or folder; restore a complete backup to an empty folder. What differs is named.',
      es: 'Haga la copia en un archivo o carpeta nuevos; restaure una copia completa en una carpeta vacía. Se indica qué difiere.',
    },
  },
  CANDOR_ALERT_UNDELIVERED: {
    status: 502,
    title: {
      en: 'An alert could not be sent; it is tried again for a day',
      es: 'No se pudo enviar una alerta; se vuelve a intentar durante un día',
    },
    remedy: {
      en: 'Send a test from the alert; check the address of its web hook, or the mail server that the configuration names (CANDOR_SMTP_URL).',
      es: 'Envíe una prueba desde la alerta; compruebe la dirección de su web hook o el servidor de correo de la configuración (CANDOR_SMTP_URL).',
    },
  },
  CANDOR_BACKUP_ELSEWHERE: {
    status: 409,
    title: {
      en: 'The control plane is in PostgreSQL, which this backup cannot hold',
      es: 'El plano de control está en PostgreSQL, que esta copia no puede contener',
    },
    remedy: {
      en: 'Stop the service, dump the database with pg_dump, copy the data folder, and start the service again; restore both together.',
      es: 'Detenga el servicio, vuelque la base de datos con pg_dump, copie la carpeta de datos y vuelva a iniciarlo; restaure ambas juntas.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
