import type { ErrorEntry } from './error-entry.js'

/** The coded errors of the control plane, its people and its changes, a part of ERRORS. */
export const CONTROL_ERRORS = {
  CANDOR_SIGN_IN_REFUSED: {
    status: 401,
    title: { en: 'The sign-in is not accepted', es: 'No se acepta el inicio de sesión' },
    remedy: {
      en: 'Check the email address and the password, or the code; an operator can invite you again.',
      es: 'Compruebe la dirección de correo y la contraseña, o el código; un operador puede invitarle de nuevo.',
    },
  },
  CANDOR_ROLE_FORBIDS: {
    status: 403,
    title: {
      en: 'The role does not allow this, or not for this organization',
      es: 'El rol no permite esto, o no para esta organización',
    },
    remedy: {
      en: 'Ask an operator, or somebody whose role allows it; docs/api.md lists the roles of each route.',
      es: 'Pídalo a un operador o a quien su rol se lo permita; docs/api.md enumera los roles de cada ruta.',
    },
  },
  CANDOR_ORIGIN_REFUSED: {
    status: 403,
    title: {
      en: 'A page of another origin may not change anything here',
      es: 'Una página de otro origen no puede cambiar nada aquí',
    },
    remedy: {
      en: 'Open the page at the address that the service has; behind a proxy, set publicUrl.',
      es: 'Abra la página en la dirección del servicio; detrás de un proxy, configure publicUrl.',
    },
  },
  CANDOR_REVISION_CHANGED: {
    status: 412,
    title: { en: 'Somebody else changed it meanwhile', es: 'Otra persona lo ha cambiado entretanto' },
    remedy: {
      en: 'Look at what is there now (current), and change it again if that is still right.',
      es: 'Mire lo que hay ahora (current) y cámbielo de nuevo si sigue siendo correcto.',
    },
  },
  CANDOR_REVISION_NEEDED: {
    status: 428,
    title: {
      en: 'The change does not say which revision it is of',
      es: 'El cambio no dice de qué revisión parte',
    },
    remedy: {
      en: 'Send If-Match with the revision that was seen, in quotes.',
      es: 'Envíe If-Match con la revisión que se vio, entre comillas.',
    },
  },
  CANDOR_ALREADY_THERE: {
    status: 409,
    title: { en: 'There is one of that name already', es: 'Ya existe uno con ese nombre' },
    remedy: { en: 'Change that one, or use another name.', es: 'Cambie ese o use otro nombre.' },
  },
  CANDOR_STILL_USED: {
    status: 409,
    title: { en: 'It is still used', es: 'Todavía se usa' },
    remedy: { en: 'Remove what uses it first.', es: 'Quite primero lo que lo usa.' },
  },
  CANDOR_LAST_OPERATOR: {
    status: 409,
    title: { en: 'One operator must stay', es: 'Tiene que quedar un operador' },
    remedy: {
      en: 'Make somebody else an operator first.',
      es: 'Haga primero operador a otra persona.',
    },
  },
  CANDOR_IDEMPOTENCY_KEY_USED: {
    status: 409,
    title: {
      en: 'The idempotency key belongs to another request, or to one that is under way',
      es: 'La clave de idempotencia es de otra petición, o de una que está en curso',
    },
    remedy: { en: 'Use a new key for a new request.', es: 'Use una clave nueva para una petición nueva.' },
  },
  CANDOR_INVITATION_REFUSED: {
    status: 410,
    title: {
      en: 'The invitation is not known, used, revoked or too old',
      es: 'La invitación no se conoce, se ha usado, se ha revocado o ha caducado',
    },
    remedy: {
      en: 'Ask an operator for a new one; for the first operator, start the service again.',
      es: 'Pida otra a un operador; para el primer operador, reinicie el servicio.',
    },
  },
  CANDOR_TOO_MANY_ATTEMPTS: {
    status: 429,
    title: { en: 'Too many attempts to sign in', es: 'Demasiados intentos de inicio de sesión' },
    remedy: {
      en: 'Wait for Retry-After, then try again.',
      es: 'Espere según Retry-After e inténtelo de nuevo.',
    },
  },
  CANDOR_AUDIT_LOG_BROKEN: {
    status: 409,
    title: { en: 'The audit log is not whole', es: 'El registro de auditoría no está íntegro' },
    remedy: {
      en: 'Compare it with a backup and with the heads that were published: somebody wrote in the database itself.',
      es: 'Compárelo con una copia y con las cabezas publicadas: alguien escribió en la propia base de datos.',
    },
  },
  CANDOR_CONTROL_PLANE_AWAY: {
    status: 503,
    title: { en: 'The control plane does not answer', es: 'El plano de control no responde' },
    remedy: {
      en: 'Try again. Devices are served meanwhile under the settings that were known last; a service that knows none yet waits for it.',
      es: 'Inténtelo de nuevo. Mientras tanto se atiende a los dispositivos con la última configuración conocida; un servicio que aún no conoce ninguna lo espera.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
