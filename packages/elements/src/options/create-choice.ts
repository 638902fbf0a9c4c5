import { createNews } from './create-news.js'
import type { ChoiceView } from './describe-choice.js'

/** Told when the person answers, and about which control. */
export type Choose = (answer: 'granted' | 'denied', control: string) => void

/** The person's switch, or the sentence that stands in its place. */
export interface Choice {
  readonly element: HTMLElement
  show(view: ChoiceView): void
}

/** Builds the switch: a native checkbox with its label and description, and what is new under it. */
export const createChoice = (id: string, choose: Choose): Choice => {
  const element = document.createElement('div')
  const label = document.createElement('label')
  const box = document.createElement('input')
  const name = document.createElement('span')
  const description = document.createElement('p')
  let control = ''
  const news = createNews(`${id}-news`, () => {
    choose('granted', control)
    // The button goes away, so what is focused goes on to the switch.
    box.focus()
  })
  element.part.add('choice')
  label.part.add('choice-label')
  box.part.add('choice-box')
  description.part.add('choice-description')
  box.type = 'checkbox'
  description.id = id
  box.setAttribute('aria-describedby', id)
  label.append(box, name)
  element.append(label, description, news.element)
  box.addEventListener('change', () => choose(box.checked ? 'granted' : 'denied', control))

  return {
    element,
    show(view) {
      if (view.kind === 'open') control = view.control
      description.textContent = view.description
      label.hidden = view.kind === 'absent'
      box.disabled = view.kind !== 'open'
      box.checked = view.kind === 'open' && view.isGranted
      name.textContent = view.kind === 'absent' ? '' : view.label
      news.show(view.kind === 'open' ? view.news : undefined)
    },
  }
}
