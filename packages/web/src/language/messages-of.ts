import type { Language } from '@candor/practices'

import { ENGLISH } from './english.js'
import type { Messages } from './messages.js'
import { SPANISH } from './spanish.js'

const MESSAGES: Readonly<Record<Language, Messages>> = { en: ENGLISH, es: SPANISH }

/** The pages' texts in a language. */
export const messagesOf = (language: Language): Messages => MESSAGES[language]
