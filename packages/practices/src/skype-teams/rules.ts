import type { Rule } from '../practices.js'

const SKYPE_CLIENTS = ['desktop', 'mobile', 'web'] as const
const MEETING_CLIENTS = ['meetings-app', 'join-launcher'] as const

/** The seed's rules. The first one that applies counts. */
export const rules = [
  {
    categories: ['census'],
    controls: [],
    statement: {
      en: 'Census data is on by default and cannot be turned off by admins or end users.',
      es: 'Los datos de recuento están activados de forma predeterminada y ni los administradores ni los usuarios finales los pueden desactivar.',
    },
  },
  {
    categories: ['error'],
    dataTypes: ['Crash'],
    clients: ['meetings-app'],
    os: ['Windows'],
    controls: ['Watson'],
    statement: {
      en: 'For crashes of Skype Meetings App on Windows, the Watson settings control uploading crash info.',
      es: 'En los bloqueos de la aplicación Reuniones de Skype en Windows, la configuración de Watson controla la carga de la información del bloqueo.',
    },
  },
  {
    categories: ['usage', 'error'],
    clients: MEETING_CLIENTS,
    controls: ['MeetingUxEnableTelemetry'],
    statement: {
      en: 'For Skype Meetings App and the join launcher web pages, MeetingUxEnableTelemetry of the pool that hosts the meeting controls usage and error reporting. It is False by default, so collection is off. There is no user setting.',
      es: 'En la aplicación Reuniones de Skype y las páginas web del iniciador de reuniones, MeetingUxEnableTelemetry del grupo de servidores que hospeda la reunión controla el uso y los informes de errores. De forma predeterminada es False, así que la recopilación está desactivada. No hay configuración de usuario.',
    },
  },
  {
    categories: ['usage'],
    clients: SKYPE_CLIENTS,
    controls: ['DisableAutomaticSendTracing'],
    statement: {
      en: 'Usage data collection is on by default; admins can turn it off with DisableAutomaticSendTracing, for every user of the organization. End users cannot turn it on or off.',
      es: 'La recopilación de datos de uso está activada de forma predeterminada; los administradores la pueden desactivar con DisableAutomaticSendTracing para todos los usuarios de la organización. Los usuarios finales no la pueden activar ni desactivar.',
    },
  },
  {
    categories: ['error'],
    clients: SKYPE_CLIENTS,
    controls: ['DisableAutomaticSendTracing', 'ErrorReportingOptIn'],
    statement: {
      en: 'Error reporting requires two things: DisableAutomaticSendTracing is False (the default), and the user has opted in on the General tab of the Options dialog.',
      es: 'Los informes de errores requieren dos cosas: que DisableAutomaticSendTracing sea False (el valor predeterminado) y que el usuario haya decidido participar en la ficha General del cuadro de diálogo Opciones.',
    },
  },
] as const satisfies readonly Rule[]
