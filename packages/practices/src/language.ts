/** The languages that everything a person sees exists in. */
export const LANGUAGES = ['en', 'es'] as const

/** A language of the product, as a BCP 47 primary tag. */
export type Language = (typeof LANGUAGES)[number]

/** A text in every language. Identifiers and example values in it are the same bytes in all. */
export type Localised = Readonly<Record<Language, string>>

/**
 * The best language for an Accept-Language header or a language tag; English where none fits.
 * Quality values are honoured as RFC 9110 section 12.5.4 gives them.
 */
export const pickLanguage = (accepted: string | undefined): Language => {
  const ranked = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/)
      return {
        primary: tag.toLowerCase().split('-')[0],
        quality: quality === undefined ? 1 : Number(quality),
      }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  for (const { primary } of ranked) {
    const language = LANGUAGES.find((known) => known === primary)
    if (language !== undefined) return language
  }
  return 'en'
}
