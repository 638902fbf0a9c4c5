import { pickLanguage, type Language } from '@candor/practices'
import type { Environment } from '../environment.js'

/** The language of the environment's locale (LC_ALL, LC_MESSAGES, LANG, such as es_ES.UTF-8); English where it names none. */
export const languageOf = (environment: Environment): Language => {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG']
  return pickLanguage(locale?.split(/[_.@]/)[0])
}
