import type { Control } from '../control.js'

/** The seed's controls, and the user's choice on the General tab. */
export const controls = {
  DisableAutomaticSendTracing: {
    kind: 'boolean',
    default: false,
    collectsWhen: false,
    resolution: 'strictest',
    scopes: [{ name: 'in-band' }, { name: 'machine', heldBy: 'device' }, { name: 'user', heldBy: 'device' }],
    setBy: 'organisation-admin',
    heldBy: 'service',
    label: { en: 'DisableAutomaticSendTracing', es: 'DisableAutomaticSendTracing' },
    effect: {
      en: "When it is True at any source (the server or the tenant admin center, the machine's or the user's Group Policy), usage and error reporting data stop for every user of the organization.",
      es: 'Si es True en cualquier origen (el servidor o el centro de administración de inquilinos, la directiva de grupo del equipo o la del usuario), se dejan de recopilar los datos de uso y los informes de errores de todos los usuarios de la organización.',
    },
  },
  MeetingUxEnableTelemetry: {
    kind: 'boolean',
    default: false,
    collectsWhen: true,
    resolution: 'nearest',
    scopes: [
      { prefix: 'service:WebServer:', of: 'pool' },
      { prefix: 'site:', of: 'site' },
      { name: 'global' },
    ],
    setBy: 'admin',
    heldBy: 'service',
    label: { en: 'MeetingUxEnableTelemetry', es: 'MeetingUxEnableTelemetry' },
    effect: {
      en: 'When it is True for the pool that hosts a meeting, usage and error reporting data are collected from everyone who joins that meeting with Skype Meetings App or the join launcher web pages, guests included.',
      es: 'Si es True para el grupo de servidores que hospeda una reunión, se recopilan datos de uso e informes de errores de todos los que se unen a ella con la aplicación Reuniones de Skype o las páginas web del iniciador de reuniones, incluidos los invitados.',
    },
  },
  Watson: {
    kind: 'graded',
    reads: 'watson',
    levels: ['machine', 'user'],
    off: 'Disabled',
    grade: 'DefaultConsent',
    grades: ['ask', 'parameters', 'safe', 'all'],
    cap: { value: 'DontSendAdditionalData', grade: 'parameters' },
    setBy: 'device-owner',
    heldBy: 'device',
    label: { en: 'Watson (Windows Error Reporting)', es: 'Watson (Informe de errores de Windows)' },
    effect: {
      en: 'Controls alone whether information about a crash of Skype Meetings App on Windows is uploaded, and how much of it.',
      es: 'Controla por sí sola si se carga información sobre un bloqueo de la aplicación Reuniones de Skype en Windows, y cuánta.',
    },
  },
  ErrorReportingOptIn: {
    kind: 'choice',
    reads: 'errorReporting',
    values: ['granted', 'denied', 'undecided'],
    collectsWhen: 'granted',
    default: 'undecided',
    setBy: 'user',
    heldBy: 'device',
    label: {
      en: 'Error reporting opt-in (Options > General)',
      es: 'Participación en los informes de errores (Opciones > General)',
    },
    effect: {
      en: 'Each user opts in individually on the General tab of the Options dialog; until then no error reporting data are sent.',
      es: 'Cada usuario decide individualmente participar en la ficha General del cuadro de diálogo Opciones; hasta entonces no se envían informes de errores.',
    },
  },
} as const satisfies Readonly<Record<string, Control>>
