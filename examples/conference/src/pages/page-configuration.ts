import { isOrganisation, pickLanguage, type Language } from '@candor/practices'

/** What a page's address configures. */
export interface PageConfiguration {
  readonly language: Language
  /** The organisation whose client it is. Default contoso.com. */
  readonly organisation: string
  /** The product's ingest key. Default demo. */
  readonly key: string
  /** How often each lane reports, in milliseconds. Default 5 000, so that a person who tries the page sees it. */
  readonly intervalMillis: number
}

const DEFAULT_INTERVAL_MILLIS = 5_000
const LEAST_INTERVAL_MILLIS = 100

const parseInterval = (value: string | null): number => {
  const millis = Number(value ?? Number.NaN)
  return Number.isInteger(millis) && millis >= LEAST_INTERVAL_MILLIS ? millis : DEFAULT_INTERVAL_MILLIS
}

/** Reads `?lang=`, `?org=`, `?key=` and `?interval=`; what cannot be read counts as not given. */
export const parsePageConfiguration = (
  query: URLSearchParams,
  languages: readonly string[],
): PageConfiguration => {
  const organisation = query.get('org')
  return {
    language: pickLanguage(query.get('lang') ?? languages.join(',')),
    organisation: isOrganisation(organisation) ? organisation : 'contoso.com',
    key: query.get('key') ?? 'demo',
    intervalMillis: parseInterval(query.get('interval')),
  }
}

/** The address of a page in the other language; everything else of it stays. */
export const inOtherLanguage = (address: URL, language: Language): string => {
  const other = new URL(address)
  other.searchParams.set('lang', language === 'en' ? 'es' : 'en')
  return other.href
}
