import { capitalised, code, type Phrase } from '../phrase.js'
import type { DocumentTexts } from '../texts/document-texts.js'

/** Kinds of client as people read them: "Desktop, mobile and web". A kind with no words of its own is named by its id. */
export const clientNames = (clients: readonly string[], texts: DocumentTexts): Phrase => {
  const names = clients.map((client) => texts.clients[client] ?? code(client))
  const separatorBefore = (index: number): readonly string[] => {
    if (index === 0) return []
    return [index === names.length - 1 ? ` ${texts.and} ` : ', ']
  }
  return capitalised(names.flatMap((name, index) => [...separatorBefore(index), name]))
}
