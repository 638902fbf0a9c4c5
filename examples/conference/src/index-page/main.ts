import { find } from '../pages/find.js'
import { inOtherLanguage, parsePageConfiguration } from '../pages/page-configuration.js'
import { translate } from '../pages/translate.js'
import { TEXTS } from './texts.js'

const LINKS = ['page-desktop', 'page-practices', 'page-insights'] as const

const address = new URL(location.href)
const { language } = parsePageConfiguration(address.searchParams, navigator.languages)
translate(document, TEXTS, language)
find(document, 'language', HTMLAnchorElement).href = inOtherLanguage(address, language)
for (const name of LINKS) {
  const link = find(document, name, HTMLAnchorElement)
  const target = new URL(link.href)
  if (name === 'page-desktop') target.search = address.search
  target.searchParams.set('lang', language)
  link.href = target.href
}
