import type { Phrase } from '../phrase.js'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text that is safe between tags and in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** An identifier or an example value: no translator may touch it. */
export const codeHtml = (text: string): string => `<code translate="no">${escapeHtml(text)}</code>`

/** A phrase with its identifiers and values as code. */
export const phraseHtml = (phrase: Phrase): string =>
  phrase
    .map((segment) => (typeof segment === 'string' ? escapeHtml(segment) : codeHtml(segment.code)))
    .join('')
