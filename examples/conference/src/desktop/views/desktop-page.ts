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

/** Makes an element with a class and a text. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

/** The first letters of a name, as an avatar shows them. */
export const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((part) => part.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 2)
