import type { Language } from '../../language.js'
import type { DocumentTexts } from './document-texts.js'
import { ENGLISH } from './english.js'
import { SPANISH } from './spanish.js'

const TEXTS: Readonly<Record<Language, DocumentTexts>> = { en: ENGLISH, es: SPANISH }

/** The document's own words in a language. */
export const textsOf = (language: Language): DocumentTexts => TEXTS[language]
