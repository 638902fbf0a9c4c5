import type { Localised } from '@candor/practices'
import { answerTable } from '../api/answer-table.js'
import type { AnswerOf } from '../api/call-api.js'
import { plainText } from '../api/plain-text.js'
import type { Answer } from '../policy/run-command.js'

type Organisation = AnswerOf<'readOrganisation'>

const HOSTINGS: Readonly<Record<Organisation['hosting'], Localised>> = {
  online: { en: 'online', es: 'en línea' },
  'on-premises': { en: 'on premises', es: 'local' },
}

/** The organisations. */
export const answerOrganisations = (held: AnswerOf<'listOrganisations'>): Answer =>
  answerTable({
    heads: {
      en: ['NAME', 'CALLED', 'CLOUD', 'HOSTING', 'SITES', 'POOLS', 'SETTINGS'],
      es: ['NOMBRE', 'LLAMADA', 'NUBE', 'ALOJAMIENTO', 'SITIOS', 'GRUPOS', 'AJUSTES'],
    },
    rows: held.organisations,
    cells: ({ name, label, cloud, hosting, sites, pools, settings }, language) => [
      name,
      label,
      cloud,
      HOSTINGS[hosting][language],
      sites,
      pools,
      settings,
    ],
    none: { en: 'No organization is registered.', es: 'No hay ninguna organización registrada.' },
    data: held,
  })

const factsOf = ({ label, cloud, hosting }: Organisation, language: 'en' | 'es'): string =>
  [plainText(label), plainText(cloud), HOSTINGS[hosting][language]].join(', ')

/** An organisation that was registered. */
export const answerAdded = (added: Organisation): Answer => ({
  text: {
    en: `${added.name} is registered: ${factsOf(added, 'en')}.\n`,
    es: `${added.name} está registrada: ${factsOf(added, 'es')}.\n`,
  },
  data: added,
})

/** An organisation that was changed. */
export const answerChanged = (changed: Organisation): Answer => ({
  text: {
    en: `${changed.name} is now: ${factsOf(changed, 'en')}.\n`,
    es: `${changed.name} es ahora: ${factsOf(changed, 'es')}.\n`,
  },
  data: changed,
})

/** An organisation that was removed. */
export const answerRemoved = (name: string): Answer => ({
  text: {
    en: `${plainText(name)} is not registered any more.\n`,
    es: `${plainText(name)} ya no está registrada.\n`,
  },
  data: { name, state: 'removed' },
})
