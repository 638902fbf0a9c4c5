import type { Language, Localised } from '@candor/practices'

/** A page's texts by name. */
export type Texts = Readonly<Record<string, Localised>>

const ATTRIBUTES = {
  'data-text-label': 'aria-label',
  'data-text-placeholder': 'placeholder',
  'data-text-title': 'title',
} as const

const textOf = (texts: Texts, name: string, language: Language): string => {
  const text = texts[name]
  if (text === undefined) throw new RangeError(`the page has no text named ${name}`)
  return text[language]
}

/** Fills the texts of a page in: `data-text` names an element's text, `data-text-label` and others an attribute's. */
export const translate = (page: Document, texts: Texts, language: Language): void => {
  page.documentElement.lang = language
  for (const element of page.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = textOf(texts, element.dataset['text'] ?? '', language)
  }
  for (const [from, to] of Object.entries(ATTRIBUTES)) {
    for (const element of page.querySelectorAll(`[${from}]`)) {
      element.setAttribute(to, textOf(texts, element.getAttribute(from) ?? '', language))
    }
  }
}
