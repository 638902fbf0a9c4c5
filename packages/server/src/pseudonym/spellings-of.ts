/** Schemes that stand before an id in addresses. */
const SCHEME = /^(?:sips?|mailto|xmpp|im|acct|tel):/i

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const

/** Characters that are not seen, such as marks of direction and spaces of no width. */
const UNSEEN = /\p{Cf}/gu

const isPlain = (text: string): boolean => /^[\u{20}-\u{7e}]*$/u.test(text)

const inForms = (text: string): readonly string[] => {
  if (isPlain(text)) return [text]
  const seen = text.replaceAll(UNSEEN, '')
  return FORMS.flatMap((form) =>
    [text, seen].flatMap((each) => {
      const formed = each.normalize(form)
      return [formed, formed.toLowerCase(), formed.toUpperCase()]
    }),
  )
}

const percentEncoded = (text: string): string => {
  try {
    return encodeURIComponent(text)
  } catch {
    // Half a surrogate pair has no bytes.
    return text
  }
}

/**
 * The ways in which texts write an identifier: as it is, without its scheme, in each normal form of Unicode, percent-encoded as
 * in a URL, and escaped as in JSON. Case is left to who looks for them. The longest first; shorter than `leastLength` none.
 */
export const spellingsOf = (id: string, leastLength: number): readonly string[] => {
  const written = [id, id.replace(SCHEME, '')]
    .flatMap(inForms)
    .flatMap((text) => [text, percentEncoded(text), JSON.stringify(text).slice(1, -1)])
  return [...new Set(written)]
    .filter(({ length }) => length >= leastLength)
    .toSorted((a, b) => b.length - a.length)
}
