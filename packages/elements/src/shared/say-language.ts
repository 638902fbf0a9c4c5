import type { Language } from '@candor/practices'

/** Tells screen readers the language of what is in a shadow tree, which may be another one than the page's. */
export const sayLanguage = (root: ShadowRoot, language: Language): void => {
  for (const child of root.children) if (child instanceof HTMLElement) child.lang = language
}
