import {
  decide,
  explainDecision,
  type DecisionContext,
  type Localised,
  type Practices,
} from '@candor/practices'
import { answerExplained } from './answer-explained.js'
import type { Answer } from './run-command.js'

/** What is explained. */
export interface AskedHere {
  readonly practices: Practices
  readonly dataType: string
  readonly context: DecisionContext
  /** '' for none. */
  readonly organisation: string
}

const labelIn = (practices: Practices, dataType: string): Localised | undefined => {
  const [category = '', name = ''] = dataType.split('.')
  const types = practices.dataTypes as Readonly<
    Record<string, Readonly<Record<string, { readonly label?: Localised }>>>
  >
  return types[category]?.[name]?.label
}

/** Whether a data type is collected, by the decision of decide() here. */
export const explainDataType = ({ practices, dataType, context, organisation }: AskedHere): Answer => {
  const decision = decide(practices, dataType, context)
  const { client, os, meeting } = context
  const words = { en: explainDecision(decision, 'en'), es: explainDecision(decision, 'es') }
  const label = labelIn(practices, dataType)
  return answerExplained({ dataType, label, client, os, meeting, organisation, decision, words })
}
