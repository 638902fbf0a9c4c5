import { make, setText } from '../dom/make.js'
import type { ContentsView } from './describe-options.js'

/** The data types of a category, which open on demand. */
export interface Contents {
  readonly element: HTMLElement
  show(view: ContentsView): void
}

/** Builds the list of a category's data types: a native disclosure. */
export const createContents = (): Contents => {
  const element = make('details', 'contents')
  const title = make('summary', 'contents-title')
  const list = make('ul', 'contents-list')
  let shown = ''
  element.append(title, list)
  return {
    element,
    show(view) {
      setText(title, view.title)
      const texts = JSON.stringify(view.dataTypes)
      if (texts === shown) return
      shown = texts
      list.replaceChildren(
        ...view.dataTypes.map(({ label, note }) => {
          const item = make('li', 'data-type', label)
          if (note !== undefined) item.append(make('small', 'note', note))
          return item
        }),
      )
    },
  }
}
