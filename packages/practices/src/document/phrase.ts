/** Words, or an identifier or value that is the same bytes in every language. */
export type Segment = string | { readonly code: string }

/** A sentence whose identifiers and values are marked, so that no face translates or breaks them. */
export type Phrase = readonly Segment[]

/** An identifier or a value in a phrase. */
export const code = (text: string): Segment => ({ code: text })

/** A phrase of a template: strings in it stay words, segments and phrases stay what they are. */
export const say = (words: TemplateStringsArray, ...parts: readonly (Segment | Phrase)[]): Phrase =>
  words.flatMap((word, index): readonly Segment[] => {
    const part = parts[index]
    return part === undefined
      ? [word]
      : [word, ...(Array.isArray(part) ? (part as Phrase) : [part as Segment])]
  })

/** The segments with a separator between each two, such as a comma. */
export const joinPhrases = (phrases: readonly Phrase[], separator: string): Phrase =>
  phrases.flatMap((phrase, index) => (index === 0 ? phrase : [separator, ...phrase]))

/** The phrase without its marks. */
export const plainText = (phrase: Phrase): string =>
  phrase.map((segment) => (typeof segment === 'string' ? segment : segment.code)).join('')

/** The phrase with its first letter in upper case, unless an identifier stands there. */
export const capitalised = ([first, ...rest]: Phrase): Phrase => {
  if (first === undefined) return []
  return [typeof first === 'string' ? first.charAt(0).toUpperCase() + first.slice(1) : first, ...rest]
}
