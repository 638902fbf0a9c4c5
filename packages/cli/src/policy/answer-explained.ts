import type { Decision, DecisionContext, Language, Localised } from '@candor/practices'
import { inEach } from '../api/answer-table.js'
import { plainText } from '../api/plain-text.js'
import type { Answer } from './run-command.js'

/** A decision with all that is told of it. */
export interface Explained {
  /** With its lane, such as usage.IMSent. */
  readonly dataType: string
  /** undefined: it has none. */
  readonly label: Localised | undefined
  readonly client: string
  readonly os: string
  readonly meeting: DecisionContext['meeting']
  /** '' for none. */
  readonly organisation: string
  readonly decision: Decision
  /** The decision in words. */
  readonly words: Localised
}

const HOW_MUCH: Localised = { en: 'How much:', es: 'Cuánto:' }

const labelOf = ({ dataType, label }: Explained, language: Language): string => {
  const own = label?.[language]
  const [, name] = dataType.split('.')
  return own === undefined || own === name ? dataType : `${dataType} (${plainText(own)})`
}

const whose = ({ client, os, meeting, organisation }: Explained, language: Language): string => {
  const place = [meeting?.pool, meeting?.site].filter((part) => part !== undefined && part !== '').join(', ')
  const of = organisation === '' ? '' : `, ${organisation}`
  if (place === '') return `${client}, ${os}${of}`
  return language === 'en'
    ? `${client}, ${os}${of}, in a meeting at ${place}`
    : `${client}, ${os}${of}, en una reunión en ${place}`
}

/** Whether a data type is collected, because of what, and who may change it. */
export const answerExplained = (explained: Explained): Answer => {
  const { dataType, client, os, meeting, organisation, decision, words } = explained
  return {
    text: inEach((language) => {
      const detail = decision.detail === undefined ? '' : ` ${HOW_MUCH[language]} ${decision.detail}.`
      return `${labelOf(explained, language)}: ${whose(explained, language)}\n${words[language]}${detail}\n`
    }),
    data: { dataType, client, os, organisation, ...(meeting !== undefined && { meeting }), decision },
  }
}
