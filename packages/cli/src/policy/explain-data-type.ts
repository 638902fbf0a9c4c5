import {
  decide,
  explainDecision,
  type Decision,
  type DecisionContext,
  type Language,
  type Localised,
  type Practices,
} from '@candor/practices'
import type { Answer } from './run-command.js'

/** What is explained. */
export interface Explained {
  readonly practices: Practices
  readonly dataType: string
  readonly context: DecisionContext
  /** '' for none. */
  readonly organisation: string
}

const HOW_MUCH: Localised = { en: 'How much:', es: 'Cuánto:' }

const labelOf = ({ practices, dataType }: Explained, language: Language): string => {
  const [category = '', name = ''] = dataType.split('.')
  const types = practices.dataTypes as Readonly<
    Record<string, Readonly<Record<string, { readonly label?: Localised }>>>
  >
  const label = types[category]?.[name]?.label?.[language]
  return label === undefined || label === name ? dataType : `${dataType} (${label})`
}

const whose = ({ context, organisation }: Explained, language: Language): string => {
  const { client, os, meeting } = context
  const place = [meeting?.pool, meeting?.site].filter((part) => part !== undefined && part !== '').join(', ')
  const of = organisation === '' ? '' : `, ${organisation}`
  if (place === '') return `${client}, ${os}${of}`
  return language === 'en'
    ? `${client}, ${os}${of}, in a meeting at ${place}`
    : `${client}, ${os}${of}, en una reunión en ${place}`
}

const toText = (explained: Explained, decision: Decision, language: Language): string => {
  const heading = `${labelOf(explained, language)}: ${whose(explained, language)}\n`
  const detail = decision.detail === undefined ? '' : ` ${HOW_MUCH[language]} ${decision.detail}.`
  return `${heading}${explainDecision(decision, language)}${detail}\n`
}

/** Whether a data type is collected, because of what, and who may change it: the decision of decide(), in words. */
export const explainDataType = (explained: Explained): Answer => {
  const { practices, dataType, context, organisation } = explained
  const decision = decide(practices, dataType, context)
  const { client, os, meeting } = context
  return {
    text: { en: toText(explained, decision, 'en'), es: toText(explained, decision, 'es') },
    data: { dataType, client, os, organisation, ...(meeting !== undefined && { meeting }), decision },
  }
}
