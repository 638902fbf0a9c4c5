import {
  decide,
  explainDecision,
  type ConsideredSetting,
  type Decision,
  type DecisionContext,
  type Language,
  type Localised,
  type Practices,
} from '@candor/practices'
import { alignColumns } from './align-columns.js'
import { showValue } from './parse-boolean.js'
import type { Answer } from './run-command.js'

/** What is explained. */
export interface Explained {
  readonly practices: Practices
  readonly dataType: string
  readonly context: DecisionContext
  /** '' for none. */
  readonly organisation: string
}

const ALSO: Localised = { en: 'Also looked at:', es: 'También se tuvo en cuenta:' }

const HOW_MUCH: Localised = { en: 'How much:', es: 'Cuánto:' }

const MALFORMED: Localised = { en: 'malformed', es: 'mal formado' }

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

const losingRow = (
  { control, source, value, form }: ConsideredSetting,
  language: Language,
): readonly string[] => [
  ` ${control}`,
  source,
  form === 'malformed' ? `${showValue(value)} (${MALFORMED[language]})` : showValue(value),
]

const toText = (explained: Explained, decision: Decision, language: Language): string => {
  const heading = `${labelOf(explained, language)}: ${whose(explained, language)}\n`
  const detail = decision.detail === undefined ? '' : ` ${HOW_MUCH[language]} ${decision.detail}.`
  const sentence = `${explainDecision(decision, language)}${detail}\n`
  if (decision.losing.length === 0) return heading + sentence
  const rows = decision.losing.map((setting) => losingRow(setting, language))
  return `${heading}${sentence}${ALSO[language]}\n${alignColumns(rows)}`
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
