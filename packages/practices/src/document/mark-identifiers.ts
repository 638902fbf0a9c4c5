import type { Practices } from '../practices.js'
import { DATA_CATEGORIES } from '../category.js'
import type { Phrase } from './phrase.js'

/** Only names that no sentence holds by chance: Crash is also a word, ConversationState is not. */
const IS_COMPOUND = /[a-z][A-Z]/
const VALUES = ['True', 'False']

/** The names that are marked wherever a text of the practices holds them. */
export const identifiersOf = (practices: Practices): readonly string[] => {
  const types = DATA_CATEGORIES.flatMap((category) => Object.keys(practices.dataTypes[category]))
  return [...new Set([...Object.keys(practices.controls), ...types])].filter((name) => IS_COMPOUND.test(name))
}

/** A text of the practices with its identifiers, and the values True and False, marked. */
export const markIdentifiers = (text: string, identifiers: readonly string[]): Phrase => {
  // The names are letters and digits (definePractices holds them to that), so none needs escaping.
  const known = new RegExp(String.raw`\b(${[...identifiers, ...VALUES].join('|')})\b`)
  return text
    .split(known)
    .map((part, index) => (index % 2 === 1 ? { code: part } : part))
    .filter((part) => part !== '')
}
