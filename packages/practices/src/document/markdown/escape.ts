import type { Phrase } from '../phrase.js'

/** A text in which Markdown finds nothing to format, no HTML and no end of a table cell. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|#~>]/g, String.raw`\$&`)
    .replaceAll(/\s*\n\s*/g, ' ')

const longestRun = (text: string): number =>
  Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))

/** An identifier or an example value. The fence is longer than any run of backticks in it (CommonMark 6.1). */
export const codeMarkdown = (text: string): string => {
  const fence = '`'.repeat(longestRun(text) + 1)
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${blank}${text.replaceAll('|', String.raw`\|`).replaceAll(/\s*\n\s*/g, ' ')}${blank}${fence}`
}

/** A phrase with its identifiers and values as code. */
export const phraseMarkdown = (phrase: Phrase): string =>
  phrase
    .map((segment) => (typeof segment === 'string' ? escapeMarkdown(segment) : codeMarkdown(segment.code)))
    .join('')
