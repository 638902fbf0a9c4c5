import type { NewsView } from './describe-choice.js'

/** What is new since the person agreed, near the switch. */
export interface News {
  readonly element: HTMLElement
  show(view: NewsView | undefined): void
}

/** Builds the question that asks again: a group named by its text, with a button. `agree` is called when it is used. */
export const createNews = (id: string, agree: () => void): News => {
  const element = document.createElement('div')
  const text = document.createElement('p')
  const button = document.createElement('button')
  element.part.add('news')
  text.part.add('news-text')
  button.part.add('news-agree', 'button')
  element.setAttribute('role', 'group')
  text.id = id
  element.setAttribute('aria-labelledby', id)
  button.setAttribute('aria-describedby', id)
  button.type = 'button'
  element.append(text, button)
  button.addEventListener('click', agree)

  return {
    element,
    show(view) {
      element.hidden = view === undefined
      text.textContent = view?.text ?? ''
      button.textContent = view?.agree ?? ''
    },
  }
}
