import type { Language } from '@candor/practices'

import { make, setText } from '../../dom/make.js'
import type { ContentView } from '../describe-entry.js'
import type { ItemView } from '../describe-viewer.js'
import { createJsonView, type JsonView } from './create-json-view.js'
import { createFacts, createReports } from './create-reports.js'

/** One entry of a list on the page. */
export interface Item {
  readonly element: HTMLLIElement
  show(view: ItemView): void
}

interface Content {
  readonly element: HTMLElement
  show(view: ContentView): void
}

const createContent = (language: Language): Content => {
  const element = make('div', 'content')
  const meaning = make('p', 'meaning')
  const readable = make('div', 'readable')
  const exact = make('div', 'exact-list')
  const exactViews: JsonView[] = []
  let shown = ''
  element.append(meaning, readable, exact)
  return {
    element,
    show(view) {
      const now = JSON.stringify(view)
      if (now === shown) return
      shown = now
      setText(meaning, view.meaning)
      exact.hidden = view.exact.length === 0
      readable.replaceChildren(...createReports(view, language), createFacts(view.facts))
      for (const [index, text] of view.exact.entries()) {
        const known = exactViews[index]
        const made = known ?? createJsonView(language)
        if (known === undefined) {
          exactViews.push(made)
          exact.append(made.element)
        }
        made.show(text)
      }
    },
  }
}

/** Builds an entry: a native disclosure, whose content is made when it is opened first. */
export const createItem = (language: Language): Item => {
  const element = make('li', 'item')
  const details = make('details', 'disclosure')
  const summary = make('summary', 'item-summary')
  const label = make('span', 'item-label')
  const state = make('span', 'item-state')
  const facts = make('span', 'item-facts')
  let content: Content | undefined
  let latest: ItemView | undefined
  summary.append(label, ' ', state, ' ', facts)
  details.append(summary)
  element.append(details)
  const showContent = (): void => {
    if (!details.open || latest === undefined) return
    if (content === undefined) {
      content = createContent(language)
      details.append(content.element)
    }
    content.show(latest.open())
  }
  details.addEventListener('toggle', showContent)
  return {
    element,
    show(view) {
      latest = view
      element.dataset['category'] = view.summary.category
      element.dataset['tone'] = view.summary.tone
      setText(label, view.summary.label)
      setText(state, view.summary.state)
      setText(facts, view.summary.facts)
      showContent()
    },
  }
}
