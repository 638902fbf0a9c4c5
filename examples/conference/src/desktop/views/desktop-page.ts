import { find } from '../../pages/find.js'
import type { TextName } from '../texts.js'

/** A page that views write to: its parts and its texts. */
export interface DesktopPage {
  readonly part: <E extends Element>(name: string, type: new () => E) => E
  readonly text: (name: TextName) => string
}

/** The page of a document, in a language. */
export const createDesktopPage = (root: ParentNode, text: (name: TextName) => string): DesktopPage => ({
  part: (name, type) => find(root, name, type),
  text,
})
