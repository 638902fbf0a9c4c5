import { createContext, use } from 'react'

import { createFormat, type Format } from './format.js'
import type { Messages } from './messages.js'
import { messagesOf } from './messages-of.js'

/** What the pages say, and how they write numbers and days. */
export interface Wording {
  readonly messages: Messages
  readonly format: Format
}

/** The wording of the page; English outside of a provider. */
export const WordingContext = createContext<Wording>({
  messages: messagesOf('en'),
  format: createFormat('en'),
})

/** The wording of the page. */
export const useWording = (): Wording => use(WordingContext)
