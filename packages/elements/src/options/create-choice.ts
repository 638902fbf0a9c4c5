import type { ChoiceView } from './describe-options.js'

/** The person's switch, or the sentence that stands in its place. */
export interface Choice {
  readonly element: HTMLElement
  show(view: ChoiceView): void
}

/** Builds the switch: a native checkbox with its label and description. */
export const createChoice = (choose: (answer: 'granted' | 'denied') => void): Choice => {
  const element = document.createElement('div')
  const label = document.createElement('label')
  const box = document.createElement('input')
  const name = document.createElement('span')
  const description = document.createElement('p')
  element.part.add('choice')
  label.part.add('choice-label')
  box.part.add('choice-box')
  description.part.add('choice-description')
  box.type = 'checkbox'
  description.id = 'choice-description'
  box.setAttribute('aria-describedby', description.id)
  label.append(box, name)
  element.append(label, description)
  box.addEventListener('change', () => choose(box.checked ? 'granted' : 'denied'))

  return {
    element,
    show(view) {
      description.textContent = view.description
      label.hidden = view.kind === 'absent'
      box.disabled = view.kind !== 'open'
      box.checked = view.kind === 'open' && view.isGranted
      name.textContent = view.kind === 'absent' ? '' : view.label
    },
  }
}
