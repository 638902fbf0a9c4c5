import type { Language, Localised } from '@candor/practices'
import { answerTable } from '../api/answer-table.js'
import type { AnswerOf } from '../api/call-api.js'
import { plainText } from '../api/plain-text.js'
import type { Answer } from '../policy/run-command.js'

/** Somebody who has an account. */
export type Person = AnswerOf<'listPeople'>['people'][number]
type Invitation = AnswerOf<'listInvitations'>['invitations'][number]

const STATES: Readonly<Record<Person['state'] | Invitation['state'], Localised>> = {
  active: { en: 'active', es: 'activa' },
  disabled: { en: 'disabled', es: 'desactivada' },
  open: { en: 'open', es: 'abierta' },
  accepted: { en: 'accepted', es: 'aceptada' },
  revoked: { en: 'revoked', es: 'revocada' },
  expired: { en: 'expired', es: 'caducada' },
}
const FACTORS: Readonly<Record<Person['secondFactor'], Localised>> = {
  on: { en: 'on', es: 'activado' },
  off: { en: 'off', es: 'desactivado' },
}

/** Everybody who has an account. */
export const answerPeople = (held: AnswerOf<'listPeople'>): Answer =>
  answerTable({
    heads: {
      en: ['EMAIL', 'NAME', 'ROLE', 'ORGANIZATION', 'STATE', '2ND FACTOR', 'LAST SIGN-IN'],
      es: ['CORREO', 'NOMBRE', 'ROL', 'ORGANIZACIÓN', 'ESTADO', '2.º FACTOR', 'ÚLTIMO ACCESO'],
    },
    rows: held.people,
    cells: ({ email, name, role, organisation, state, secondFactor, lastSignInAt }, language) => [
      email,
      name,
      role,
      organisation,
      STATES[state][language],
      FACTORS[secondFactor][language],
      lastSignInAt,
    ],
    none: { en: 'Nobody has an account.', es: 'Nadie tiene una cuenta.' },
    data: held,
  })

/** The invitations. */
export const answerInvitations = (held: AnswerOf<'listInvitations'>): Answer =>
  answerTable({
    heads: {
      en: ['ID', 'EMAIL', 'ROLE', 'ORGANIZATION', 'STATE', 'INVITED BY', 'EXPIRES'],
      es: ['ID', 'CORREO', 'ROL', 'ORGANIZACIÓN', 'ESTADO', 'INVITA', 'CADUCA'],
    },
    rows: held.invitations,
    cells: ({ id, email, role, organisation, state, invitedBy, expiresAt }, language) => [
      id,
      email,
      role,
      organisation,
      STATES[state][language],
      invitedBy,
      expiresAt,
    ],
    none: { en: 'Nobody is invited.', es: 'No hay ninguna invitación.' },
    data: held,
  })

/** An invitation that was made: the one time that its link is shown. */
export const answerInvited = (email: string, made: AnswerOf<'invite'>): Answer => {
  const { id, link = '', expiresAt } = made
  const who = plainText(email)
  return {
    text: {
      en: `${link}\nThis link of invitation ${id} makes an account for ${who} until ${expiresAt}. It is shown this once: hand it over yourself.\n`,
      es: `${link}\nEste enlace de la invitación ${id} crea una cuenta para ${who} hasta ${expiresAt}. Solo se muestra esta vez: entréguelo usted.\n`,
    },
    data: made,
  }
}

/** An invitation that was revoked. */
export const answerUninvited = (id: string): Answer => ({
  text: {
    en: `Invitation ${plainText(id)} is revoked: its link opens nothing.\n`,
    es: `La invitación ${plainText(id)} está revocada: su enlace no abre nada.\n`,
  },
  data: { id, state: 'revoked' },
})

const roleOf = ({ role, organisation }: Person, language: Language): string => {
  if (organisation === null) return role
  return language === 'en' ? `${role} of ${organisation}` : `${role} de ${organisation}`
}

/** Somebody who was changed. */
export const answerPerson = (person: Person): Answer => {
  const who = plainText(person.email)
  const tell: Readonly<Record<Person['state'], Localised>> = {
    active: {
      en: `${who} is now ${roleOf(person, 'en')}; their sessions ended.\n`,
      es: `${who} es ahora ${roleOf(person, 'es')}; sus sesiones terminaron.\n`,
    },
    disabled: {
      en: `${who} may not sign in any more; their sessions ended, and their tokens open nothing.\n`,
      es: `${who} ya no puede entrar; sus sesiones terminaron y sus tokens no abren nada.\n`,
    },
  }
  return { text: tell[person.state], data: person }
}
