import { useMemo } from 'react'

import { useLanguage, useTexts } from '../language.js'
import type { Shape } from '../api/api.js'
import { isolated } from './name.js'
import { COMMON_TEXTS } from './texts.js'

/** Words of the practices and the roles, as people read them. */
export interface Words {
  /** A kind of client; one that other practices name stays as it is. */
  readonly client: (client: string) => string
  readonly category: (category: Shape<'Category'>) => string
  /** Words with commas and an "and". */
  readonly list: (words: readonly string[]) => string
  readonly organisation: (name: string) => string
  /** An instant, to the minute, in the place's time. */
  readonly time: (instant: string | null) => string
}

/** The words in the page's language. */
export const useWords = (): Words => {
  const language = useLanguage()
  const texts = useTexts(COMMON_TEXTS)
  return useMemo(() => {
    const lists = new Intl.ListFormat(language, { type: 'conjunction' })
    const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
    const clients: Readonly<Record<string, string>> = texts.clients
    return {
      client: (client) => clients[client] ?? isolated(client),
      category: (category) => texts.categories[category],
      list: (words) => lists.format(words),
      organisation: (name) => (name === '' ? texts.deployment : isolated(name)),
      time: (instant) => (instant === null ? texts.never : times.format(new Date(instant))),
    }
  }, [language, texts])
}
