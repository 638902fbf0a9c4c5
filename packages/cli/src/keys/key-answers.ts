import type { Localised } from '@candor/practices'
import { answerTable } from '../api/answer-table.js'
import type { AnswerOf } from '../api/call-api.js'
import { plainText } from '../api/plain-text.js'
import type { Answer } from '../policy/run-command.js'

const STATES: Readonly<Record<AnswerOf<'listKeys'>['keys'][number]['state'], Localised>> = {
  active: { en: 'active', es: 'activa' },
  ending: { en: 'ending', es: 'por terminar' },
  ended: { en: 'ended', es: 'terminada' },
  revoked: { en: 'revoked', es: 'revocada' },
}

/** The keys of a product, without the keys themselves. */
export const answerKeys = (held: AnswerOf<'listKeys'>): Answer =>
  answerTable({
    heads: {
      en: ['ID', 'FOR', 'STATE', 'MADE', 'BY', 'ENDS'],
      es: ['ID', 'PARA', 'ESTADO', 'CREADA', 'POR', 'TERMINA'],
    },
    rows: held.keys,
    cells: ({ id, label, state, createdAt, createdBy, endsAt }, language) => [
      id,
      label,
      STATES[state][language],
      createdAt,
      createdBy,
      endsAt,
    ],
    none: { en: 'No key was made yet.', es: 'Todavía no se ha creado ninguna clave.' },
    data: held,
  })

/** A key that was made: the one time that it is shown. */
export const answerMade = (made: AnswerOf<'createKey'>): Answer => {
  const { id, key = '', former } = made
  const ends: Localised =
    former === null
      ? { en: '', es: '' }
      : {
          en: `The former key ${former.id} goes on until ${former.endsAt}.\n`,
          es: `La clave anterior ${former.id} vale hasta ${former.endsAt}.\n`,
        }
  return {
    text: {
      en: `${key}\nThis is key ${id}. It is shown this once: keep it.\n${ends.en}`,
      es: `${key}\nEs la clave ${id}. Solo se muestra esta vez: guárdela.\n${ends.es}`,
    },
    data: made,
  }
}

/** A key that was revoked. */
export const answerRevoked = (id: string): Answer => ({
  text: {
    en: `Key ${plainText(id)} is revoked: devices that send it are refused, and keep what they collected until they have another.\n`,
    es: `La clave ${plainText(id)} está revocada: los dispositivos que la envían no son admitidos y guardan lo recopilado hasta que tengan otra.\n`,
  },
  data: { id, state: 'revoked' },
})

/** What is asked before a key is revoked. */
export const askRevoke = (id: string): Localised => ({
  en: `Revoke key ${plainText(id)} for good? Devices that send it are refused at once. [y/N]`,
  es: `¿Revocar la clave ${plainText(id)} para siempre? Los dispositivos que la envían dejan de ser admitidos al instante. [s/N]`,
})
