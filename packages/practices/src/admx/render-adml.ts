import { pickLanguage } from '../language.js'
import type { Practices } from '../practices.js'
import { POLICY_DEFINITIONS, revisionOf } from './render-admx.js'
import { describeFile, stringsOf } from './strings.js'
import { element, textElement, xmlDocument } from './xml.js'

/** The cultures that ADML files are written for; each names the files' folder. */
export const ADML_CULTURES = ['en-US', 'es-ES'] as const

/** A culture that an ADML file is written for. */
export type AdmlCulture = (typeof ADML_CULTURES)[number]

/** The ADML file of a product in a culture: every text that its ADMX file refers to. */
export const renderAdml = (practices: Practices, culture: AdmlCulture): string => {
  const language = pickLanguage(culture)
  const strings = [...stringsOf(practices, language)].map(([id, text]) => textElement('string', { id }, text))
  const head = { xmlns: POLICY_DEFINITIONS, revision: revisionOf(practices), schemaVersion: '1.0' }
  return xmlDocument(
    element('policyDefinitionResources', head, [
      textElement('displayName', {}, practices.name[language]),
      textElement('description', {}, describeFile(practices, language)),
      element('resources', {}, [element('stringTable', {}, strings)]),
    ]),
  )
}
