import { PANEL_TEXTS } from './panel-texts.js'
import type { Texts } from '../pages/translate.js'

/** The texts of the meeting pages. */
export const TEXTS = {
  ...PANEL_TEXTS,
  brand: { en: 'Conference', es: 'Conference' },
  otherLanguage: { en: 'Español', es: 'English' },
  allPages: { en: 'All pages', es: 'Páginas' },
  guestOf: { en: 'Guest from', es: 'Invitado de' },
  lead: {
    en: 'You join as a guest. Whoever hosts a meeting decides, for everyone in it, whether usage and error reporting data are collected.',
    es: 'Usted se une como invitado. Quien hospeda una reunión decide, para todos los que están en ella, si se recopilan datos de uso e informes de errores.',
  },
  leadTwo: {
    en: 'You join as a guest, and may join both: the pool that hosts a meeting decides what is collected in it, and nothing of one meeting is counted for the other.',
    es: 'Usted se une como invitado y puede unirse a ambas: el grupo de servidores que hospeda cada reunión decide qué se recopila en ella, y nada de una reunión se cuenta en la otra.',
  },
  hostedBy: { en: 'Hosted by', es: 'Hospedada por' },
  review: { en: 'Weekly review', es: 'Revisión semanal' },
  launch: { en: 'Product launch', es: 'Lanzamiento del producto' },
  retrospective: { en: 'Retrospective', es: 'Retrospectiva' },
  board: { en: 'Board meeting', es: 'Reunión del consejo' },
  lockedDetail: { en: 'Locked: nobody else is let in', es: 'Bloqueada: no se admite a nadie más' },
  join: { en: 'Join', es: 'Unirse' },
  resume: { en: 'Resume', es: 'Reanudar' },
  leave: { en: 'Leave', es: 'Salir' },
  youAreIn: { en: 'You are in this meeting', es: 'Usted está en esta reunión' },
  onHold: { en: 'On hold', es: 'En espera' },
  openInApp: { en: 'Open in Meetings App', es: 'Abrir en la aplicación Reuniones' },
  meeting: { en: 'Meeting', es: 'Reunión' },
  usageOn: { en: 'Usage data: on', es: 'Datos de uso: activados' },
  usageOff: { en: 'Usage data: off', es: 'Datos de uso: desactivados' },
  messages: { en: 'Chat', es: 'Chat' },
  noMessages: {
    en: 'Write the first message of this meeting.',
    es: 'Escriba el primer mensaje de esta reunión.',
  },
  message: { en: 'Write to everyone', es: 'Escriba a todos' },
  send: { en: 'Send', es: 'Enviar' },
  you: { en: 'You', es: 'Usted' },
  everyone: { en: 'Somebody else', es: 'Otra persona' },
  features: { en: 'Features', es: 'Características' },
  'screen-sharing': { en: 'Share screen', es: 'Compartir pantalla' },
  whiteboard: { en: 'Whiteboard', es: 'Pizarra' },
  poll: { en: 'Poll', es: 'Encuesta' },
  'file-transfer': { en: 'Send a file', es: 'Enviar un archivo' },
  recording: { en: 'Record', es: 'Grabar' },
  'background-blur': { en: 'Blur background', es: 'Desenfocar el fondo' },
  trouble: { en: 'Trouble', es: 'Problemas' },
  raiseError: { en: 'Raise an error', es: 'Provocar un error' },
  crash: { en: 'Crash', es: 'Bloquear la aplicación' },
  locked: {
    en: 'That meeting is locked: you were not let in.',
    es: 'Esa reunión está bloqueada: no se le ha admitido.',
  },
  featureUsed: { en: 'Used, and counted once.', es: 'Usada, y contada una vez.' },
  featureNotCounted: {
    en: 'Used, and not counted: usage data is off for this meeting.',
    es: 'Usada, y no contada: los datos de uso están desactivados en esta reunión.',
  },
  errorReported: {
    en: 'An error happened, and its report will be sent.',
    es: 'Hubo un error y se enviará su informe.',
  },
  errorNotReported: {
    en: 'An error happened. No report of it is made.',
    es: 'Hubo un error. No se hace ningún informe.',
  },
  crashedTitle: { en: 'Conference stopped working', es: 'Conference dejó de funcionar' },
  restart: { en: 'Restart', es: 'Reiniciar' },
} as const satisfies Texts

/** The name of a text of the meeting pages. */
export type TextName = keyof typeof TEXTS
