import type { DataCategory } from '../../category.js'
import { decide } from '../../decide/decide.js'
import type { Decision } from '../../decide/decision.js'
import type { Language } from '../../language.js'
import type { Practices } from '../../practices.js'
import { capitalised, type Phrase } from '../phrase.js'
import type { DocumentTexts } from '../texts/document-texts.js'
import { textsOf } from '../texts/texts-of.js'
import { clientNames } from './client-names.js'

/** What holds for some clients while nobody has set anything. */
export interface DefaultState {
  readonly clients: Phrase
  readonly state: string
  readonly collect: 'collected' | 'not-collected'
}

const stateText = ({ collect, reason, mayChange }: Decision, { states }: DocumentTexts): string => {
  if (reason === 'always-on') return states.alwaysOn
  if (collect) return states.onByDefault
  return mayChange.includes('user') ? states.offUntilUser : states.offByDefault
}

/** The data type that stands for its category: one that no rule singles out. */
const ordinaryType = (practices: Practices, category: DataCategory): string | undefined => {
  const names = Object.keys(practices.dataTypes[category])
  return names.find((name) => !practices.rules.some((rule) => rule.dataTypes?.includes(name))) ?? names[0]
}

/** What is collected by default, asked of the very function that the apps ask; clients with the same answer stand together. */
export const defaultStates = (
  practices: Practices,
  category: DataCategory,
  language: Language,
): readonly DefaultState[] => {
  const texts = textsOf(language)
  const type = ordinaryType(practices, category)
  if (type === undefined) return []
  const clientsByState = new Map<string, { readonly clients: string[]; readonly decision: Decision }>()
  for (const client of practices.clients) {
    const decision = decide(practices, `${category}.${type}`, { client, os: '' })
    const state = stateText(decision, texts)
    const group = clientsByState.get(state) ?? { clients: [], decision }
    group.clients.push(client)
    clientsByState.set(state, group)
  }
  return [...clientsByState].map(([state, { clients, decision }]) => ({
    clients:
      clients.length === practices.clients.length
        ? capitalised([texts.allClients])
        : clientNames(clients, texts),
    state,
    collect: decision.collect ? 'collected' : 'not-collected',
  }))
}
