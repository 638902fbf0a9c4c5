import { LANGUAGES, pickLanguage, type Language } from '@candor/practices'

/** The language of the pages: the address's `?lang=` where it names one there is, else the browser's first that fits. */
export const chooseLanguage = (search: string, accepted: readonly string[]): Language => {
  const asked = new URLSearchParams(search).get('lang')
  return LANGUAGES.find((language) => language === asked) ?? pickLanguage(accepted.join(','))
}
