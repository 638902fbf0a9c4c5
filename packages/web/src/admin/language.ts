import type { Language } from '@candor/practices'

import { useWording } from '../language/wording.js'

/** The texts of a page in every language; one that misses in Spanish does not compile. */
export interface Texts<T> {
  readonly en: T
  readonly es: NoInfer<T>
}

/** Declares the texts of a page, beside that page, so that a person loads no texts of others. */
export const defineTexts = <T>(texts: Texts<T>): Texts<T> => texts

/** The texts in the page's language. */
export const useTexts = <T>(texts: Texts<T>): T => texts[useLanguage()]

/** The page's language. */
export const useLanguage = (): Language => useWording().format.language
