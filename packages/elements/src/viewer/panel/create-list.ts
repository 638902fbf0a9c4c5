import type { Language } from '@candor/practices'

import { make, makeButton, setText } from '../../dom/make.js'
import type { ListView } from '../describe-viewer.js'
import { viewerText, type ViewerTextName } from '../texts/viewer-texts.js'
import { createItem, type Item } from './create-item.js'

/** A list on the page. */
export interface List {
  readonly element: HTMLElement
  show(view: ListView): void
}

/** An entry that had the focus is gone: the focus goes to the one in its place, or else to what holds the list. */
const focusNear = (list: HTMLElement, index: number): void => {
  const entry = list.children.item(index) ?? list.lastElementChild
  const target = entry?.querySelector('summary') ?? list.closest<HTMLElement>('[role="tabpanel"]')
  target?.focus()
}

/** Brings the items of a list into step with a view; an item that stays is left where it is, open or focused. */
const createReconcile = (list: HTMLElement, language: Language): ((view: ListView) => void) => {
  const items = new Map<string, Item>()
  return (view) => {
    const wanted = new Set(view.items.map(({ summary }) => summary.key))
    let lostFocus: number | undefined
    for (const [key, { element }] of items) {
      if (wanted.has(key)) continue
      if (element.matches(':focus-within')) lostFocus = [...list.children].indexOf(element)
      element.remove()
      items.delete(key)
    }
    for (const [index, itemView] of view.items.entries()) {
      const { key } = itemView.summary
      const item = items.get(key) ?? createItem(language)
      items.set(key, item)
      item.show(itemView)
      const there = list.children.item(index)
      if (there !== item.element) list.insertBefore(item.element, there)
    }
    if (lostFocus !== undefined) focusNear(list, lostFocus)
  }
}

/** Builds a list with a note, what is said where it is empty, and a button for more. */
export const createList = (note: ViewerTextName, language: Language, showMore: () => void): List => {
  const element = make('div', 'list-panel')
  const list = make('ul', 'list')
  const empty = make('p', 'empty')
  const foot = make('div', 'list-foot')
  const shown = make('span', 'shown')
  const more = makeButton('more', () => {
    showMore()
    const first = list.querySelector<HTMLElement>('li:last-child summary')
    if (more.hidden) first?.focus()
  })
  const reconcile = createReconcile(list, language)
  setText(more, viewerText('more', language))
  foot.append(shown, more)
  element.append(make('p', 'list-note', viewerText(note, language)), list, empty, foot)
  return {
    element,
    show(view) {
      reconcile(view)
      list.hidden = view.total === 0
      empty.hidden = view.total > 0
      setText(empty, view.empty)
      foot.hidden = view.total <= view.items.length
      more.hidden = foot.hidden
      setText(shown, `${view.items.length} ${viewerText('shown', language)} ${view.total}`)
    },
  }
}
