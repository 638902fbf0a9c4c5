import type { Language, Localised } from '@candor/practices'
import type { EpochFacts } from '@candor/server/key-source'
import { alignColumns } from '../policy/align-columns.js'
import type { Answer } from '../policy/run-command.js'

const STATES: Readonly<Record<EpochFacts['state'], Localised>> = {
  current: { en: 'current', es: 'actual' },
  living: { en: 'living', es: 'viva' },
  destroyed: { en: 'destroyed', es: 'destruida' },
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['EPOCH', 'STATE', 'CREATED', 'DESTROYED'],
  es: ['ÉPOCA', 'ESTADO', 'CREADA', 'DESTRUIDA'],
}

const timeOf = (millis: number | undefined): string =>
  millis === undefined ? '-' : new Date(millis).toISOString()

const dataOf = ({ id, state, createdMillis, destroyedMillis }: EpochFacts) => ({
  epoch: id,
  state,
  ...(createdMillis !== undefined && { createdAt: timeOf(createdMillis) }),
  ...(destroyedMillis !== undefined && { destroyedAt: timeOf(destroyedMillis) }),
})

const tableOf = (epochs: readonly EpochFacts[], language: Language): string =>
  alignColumns([
    HEADS[language],
    ...epochs.map(({ id, state, createdMillis, destroyedMillis }) => [
      String(id),
      STATES[state][language],
      timeOf(createdMillis),
      timeOf(destroyedMillis),
    ]),
  ])

/** The epochs there are and were; never their keys. */
export const answerEpochs = (epochs: readonly EpochFacts[]): Answer => ({
  text: { en: tableOf(epochs, 'en'), es: tableOf(epochs, 'es') },
  data: epochs.map(dataOf),
})

/** What a rotation did. */
export const answerRotated = (epoch: EpochFacts): Answer => ({
  text: {
    en: `Epoch ${epoch.id} is the current one now; a running service follows within seconds. A person has another pseudonym from here on.\n`,
    es: `La época ${epoch.id} es ahora la actual; un servicio en marcha la sigue en unos segundos. Desde aquí cada persona tiene otro seudónimo.\n`,
  },
  data: dataOf(epoch),
})

/** What a destruction did. */
export const answerDestroyed = (epoch: EpochFacts): Answer => ({
  text: {
    en: `The keys of epoch ${epoch.id} are destroyed. Its rows stay, and nobody can link them to a person any more; destroy copies of the keyring in backups too.\n`,
    es: `Las claves de la época ${epoch.id} están destruidas. Sus filas se conservan y ya nadie puede asociarlas a una persona; destruya también las copias del llavero que haya en las copias de seguridad.\n`,
  },
  data: dataOf(epoch),
})

/** Asks before a destruction. */
export const askDestroy = (id: number): Localised => ({
  en: `Destroy the keys of epoch ${id} for good? Access and erasure by a raw id will not find its rows any more. [y/N]`,
  es: `¿Destruir para siempre las claves de la época ${id}? El acceso y la supresión por identificador ya no encontrarán sus filas. [s/N]`,
})
