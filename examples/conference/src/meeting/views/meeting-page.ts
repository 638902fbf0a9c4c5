import type { Language } from '@candor/practices'

import { find } from '../../pages/find.js'
import type { TextName } from '../texts.js'

/** A meeting page that views write to: its parts, its texts and its language. */
export interface MeetingPage {
  readonly part: <E extends Element>(name: string, type: new () => E) => E
  readonly text: (name: TextName) => string
  readonly language: Language
}

/** The page of a document, in a language. */
export const createMeetingPage = (
  root: ParentNode,
  language: Language,
  text: (name: TextName) => string,
): MeetingPage => ({ part: (name, type) => find(root, name, type), text, language })
