import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'

import { make, makeButton } from '../../dom/make.js'
import type { Query } from '../entry.js'
import { viewerText } from '../texts/viewer-texts.js'
import { categoryLabelOf, type ViewerSource } from '../viewer-source.js'

/** The tools above the lists. */
export interface Toolbar {
  readonly element: HTMLElement
  readonly query: () => Query
  readonly isPaused: () => boolean
}

/** What the tools do. */
export interface ToolbarActions {
  /** The query changed, or updating goes on. */
  readonly change: () => void
  readonly exportShown: () => void
}

const createField = (label: string, control: HTMLElement): HTMLElement => {
  const field = make('label', 'field')
  field.append(make('span', 'field-label', label), control)
  return field
}

const createCategory = (source: ViewerSource, change: () => void): HTMLSelectElement => {
  const select = make('select', 'category-filter')
  const all = new Option(viewerText('allCategories', source.language), 'all')
  select.append(
    all,
    ...DATA_CATEGORIES.map((category) => new Option(categoryLabelOf(source, category), category)),
  )
  select.addEventListener('change', change)
  return select
}

const createSearch = (source: ViewerSource, change: () => void): HTMLInputElement => {
  const search = make('input', 'search')
  search.type = 'search'
  search.autocomplete = 'off'
  search.spellcheck = false
  search.placeholder = viewerText('searchHint', source.language)
  search.addEventListener('input', change)
  return search
}

const isCategory = (value: string): value is DataCategory => DATA_CATEGORIES.some((known) => known === value)

/** Builds the filter, the search, the button that pauses updates and the one that exports. */
export const createToolbar = (source: ViewerSource, { change, exportShown }: ToolbarActions): Toolbar => {
  const text = (name: Parameters<typeof viewerText>[0]): string => viewerText(name, source.language)
  const element = make('div', 'toolbar')
  const category = createCategory(source, change)
  const search = createSearch(source, change)
  const buttons = make('div', 'toolbar-buttons')
  let isPaused = false
  const pause = makeButton('pause', () => {
    isPaused = !isPaused
    pause.setAttribute('aria-pressed', String(isPaused))
    if (!isPaused) change()
  })
  const exporting = makeButton('export', exportShown)
  pause.setAttribute('aria-pressed', 'false')
  pause.textContent = text('pause')
  exporting.textContent = text('export')
  exporting.title = text('exportHint')
  buttons.append(pause, exporting)
  element.append(createField(text('category'), category), createField(text('search'), search), buttons)
  return {
    element,
    query: () => ({ category: isCategory(category.value) ? category.value : 'all', search: search.value }),
    isPaused: () => isPaused,
  }
}
