import type { ErrorEntry } from './error-entry.js'

/** The coded errors of requests and connections, and of the parts of a service that are watched; a part of ERRORS. */
export const OPERATION_ERRORS = {
  CANDOR_BUSY: {
    status: 503,
    title: { en: 'Too much is under way at once', es: 'Hay demasiado en curso a la vez' },
    remedy: {
      en: 'Try again after Retry-After; devices keep accumulating.',
      es: 'Inténtelo de nuevo tras Retry-After; los dispositivos siguen acumulando.',
    },
  },
  CANDOR_METHOD_NOT_ALLOWED: {
    status: 405,
    title: { en: 'The address does not take this method', es: 'La dirección no admite este método' },
    remedy: {
      en: 'Use one of the methods that Allow names.',
      es: 'Use uno de los métodos que indica Allow.',
    },
  },
  CANDOR_REQUEST_MALFORMED: {
    status: 400,
    title: { en: 'The request is no HTTP that can be read', es: 'La petición no es HTTP que se pueda leer' },
    remedy: { en: 'Send HTTP/1.1.', es: 'Envíe HTTP/1.1.' },
  },
  CANDOR_REQUEST_TOO_SLOW: {
    status: 408,
    title: {
      en: 'The request did not arrive whole in time',
      es: 'La petición no llegó entera a tiempo',
    },
    remedy: {
      en: 'Send it again; its head may take 10 seconds, the whole of it 30.',
      es: 'Envíela de nuevo; la cabecera puede tardar 10 segundos y toda ella, 30.',
    },
  },
  CANDOR_HEADERS_TOO_LARGE: {
    status: 431,
    title: {
      en: "The request's address and headers are larger than 16 KiB",
      es: 'La dirección y las cabeceras de la petición superan los 16 KiB',
    },
    remedy: { en: 'Send fewer or shorter ones.', es: 'Envíe menos o más cortas.' },
  },
  CANDOR_CONNECTIONS_FULL: {
    status: 503,
    title: {
      en: 'There are as many connections as are allowed; more are closed unanswered',
      es: 'Hay tantas conexiones como se permiten; las demás se cierran sin respuesta',
    },
    remedy: {
      en: 'Raise maxConnections if they are meant; devices come back by themselves.',
      es: 'Suba maxConnections si son legítimas; los dispositivos vuelven solos.',
    },
  },
  CANDOR_ADDRESS_UNUSABLE: {
    status: 500,
    title: {
      en: 'The service cannot listen at its address',
      es: 'El servicio no puede escuchar en su dirección',
    },
    remedy: {
      en: 'EADDRINUSE: end the program that listens there, or give another port by PORT. Else give an address of this machine by CANDOR_HOST, and a port that you may use.',
      es: 'EADDRINUSE: termine el programa que escucha ahí o indique otro puerto con PORT. Si no, indique con CANDOR_HOST una dirección de esta máquina y un puerto que pueda usar.',
    },
  },
  CANDOR_STOPPING: {
    status: 503,
    title: { en: 'The service is stopping', es: 'El servicio se está deteniendo' },
    remedy: {
      en: 'Wait until it has stopped; what was acknowledged is kept.',
      es: 'Espere a que se detenga; lo confirmado se conserva.',
    },
  },
  CANDOR_CONTROL_PLANE_UNAVAILABLE: {
    status: 503,
    title: {
      en: 'The control plane (settings, keys, erasures) cannot be read',
      es: 'El plano de control (ajustes, claves, borrados) no se puede leer',
    },
    remedy: {
      en: 'Check that control-plane.db is there, that the service may read it, and that its disk works.',
      es: 'Compruebe que control-plane.db está, que el servicio puede leerlo y que su disco funciona.',
    },
  },
  CANDOR_CLOCK_WENT_BACK: {
    status: 500,
    title: { en: "The machine's clock went back", es: 'El reloj de la máquina retrocedió' },
    remedy: {
      en: "Set the machine's clock, and let it be kept (NTP); then start the service again.",
      es: 'Ponga en hora la máquina, manténgala en hora (NTP) y arranque de nuevo el servicio.',
    },
  },
  CANDOR_CLOCK_WENT_AHEAD: {
    status: 500,
    title: {
      en: "The machine's clock leapt ahead; nothing is deleted by it",
      es: 'El reloj de la máquina se adelantó de golpe; no se borra nada según él',
    },
    remedy: {
      en: "Set the machine's clock. If it is right, confirm it by a round of retention: POST /api/retention.",
      es: 'Ponga en hora la máquina. Si la hora es correcta, confírmela con una ronda de retención: POST /api/retention.',
    },
  },
  CANDOR_ENDED_BY_FAULT: {
    status: 500,
    title: {
      en: 'Something failed that nothing was ready for; the process ended at once',
      es: 'Falló algo para lo que nada estaba preparado; el proceso terminó al instante',
    },
    remedy: {
      en: 'Start it again, or let a supervisor do it; what was acknowledged is kept. Please report the line of the log.',
      es: 'Arránquelo de nuevo o deje que lo haga un supervisor; lo confirmado se conserva. Comunique la línea del registro, por favor.',
    },
  },
  CANDOR_COLLECTOR_ENDED: {
    status: 500,
    title: {
      en: 'A collector process ended by itself and was started again',
      es: 'Un proceso recolector terminó por sí solo y se arrancó de nuevo',
    },
    remedy: {
      en: 'Look for what the log says before it; where it says nothing, whether the system ended it for want of memory.',
      es: 'Mire qué dice antes el registro; si no dice nada, si el sistema lo terminó por falta de memoria.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>
