import { find } from '../pages/find.js'
import { make } from '../pages/make.js'
import { inOtherLanguage, parsePageConfiguration } from '../pages/page-configuration.js'
import { translate } from '../pages/translate.js'
import { findPool, POOLS } from '../world/pools.js'
import { TEXTS, type TextName } from './texts.js'
import { COMMANDS, PAGE_LINKS, PARAMETERS, type PageLinks, type Place } from './world-links.js'

const address = new URL(location.href)
const { language } = parsePageConfiguration(address.searchParams, navigator.languages)
const text = (name: TextName): string => TEXTS[name][language]

/** The address of a page at a place; what else this page's own address says goes along, such as the key. */
const addressOf = (file: string, { org, pools, os }: Place): string => {
  const target = new URL(file, address)
  const parameters = new URLSearchParams(address.search)
  for (const name of ['pool', 'site', 'os']) parameters.delete(name)
  parameters.set('org', org)
  for (const pool of pools) parameters.append('pool', pool)
  for (const pool of pools) parameters.append('site', findPool(pool)?.site ?? '')
  if (os !== undefined) parameters.set('os', os)
  parameters.set('lang', language)
  target.search = parameters.toString()
  return target.href
}

const describePlace = ({ role, org, pools, os }: Place): string => {
  const meetings = pools.length > 1 ? `${text('twoPools')} ${pools.join(', ')}` : pools.join('')
  return [
    `${text(role)} ${org}`,
    ...(meetings === '' ? [] : [text('in'), meetings]),
    ...(os ? [`(${os})`] : []),
  ].join(' ')
}

const createPage = ({ name, file, title, lead, places }: PageLinks): HTMLLIElement => {
  const item = make('li', 'page')
  const list = make('ul', 'places')
  for (const [at, place] of places.entries()) {
    const link = make('a', '', describePlace(place))
    const entry = make('li', '')
    link.href = addressOf(file, place)
    link.dataset['testid'] = at === 0 ? `page-${name}` : `page-${name}-${at + 1}`
    entry.append(link)
    list.append(entry)
  }
  item.append(make('h2', '', text(title)), make('p', '', text(lead)), list)
  return item
}

const createRow = ({ organisation, fqdn, site }: (typeof POOLS)[number]): HTMLTableRowElement => {
  const row = make('tr', '')
  const head = make('th', '', organisation)
  head.scope = 'row'
  row.append(head, make('td', '', fqdn), make('td', '', site))
  return row
}

const createCommand = ([name, command]: (typeof COMMANDS)[number]): HTMLLIElement => {
  const item = make('li', '')
  const line = make('pre', '')
  line.tabIndex = 0
  line.append(make('code', '', command))
  item.append(make('p', '', text(name)), line)
  return item
}

translate(document, TEXTS, language)
find(document, 'language', HTMLAnchorElement).href = inOtherLanguage(address, language)
find(document, 'pages', HTMLElement).append(...PAGE_LINKS.map(createPage))
find(document, 'pools', HTMLElement).append(...POOLS.map(createRow))
find(document, 'commands', HTMLElement).append(...COMMANDS.map(createCommand))
find(document, 'parameters', HTMLElement).append(
  ...PARAMETERS.flatMap(([name, meaning]) => {
    const term = make('dt', '')
    term.append(make('code', '', name))
    return [term, make('dd', '', text(meaning))]
  }),
)
for (const name of ['page-practices', 'page-insights']) {
  const link = find(document, name, HTMLAnchorElement)
  const target = new URL(link.href)
  target.searchParams.set('lang', language)
  link.href = target.href
}
