import type { DataCategory } from '@candor/practices'

import { createChoice, type Choice, type Choose } from './create-choice.js'
import type { CategoryView } from './describe-options.js'

/** One category's part of the panel. */
export interface CategorySection {
  readonly element: HTMLElement
  show(view: CategoryView): void
}

const create = <K extends keyof HTMLElementTagNameMap>(tag: K, part: string): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.part.add(part)
  return element
}

const setText = (element: HTMLElement, text: string): void => {
  if (element.textContent !== text) element.textContent = text
}

/** Each switch has a description of its own. */
const choiceId = (category: DataCategory): string =>
  category === 'error' ? 'choice-description' : `choice-description-${category}`

/** Builds the section of a category. `choose` is called when the person uses the switch in it. */
export const createCategorySection = (category: DataCategory, choose: Choose): CategorySection => {
  const element = create('section', 'category')
  const title = create('h3', 'title')
  const state = create('span', 'state')
  const heading = create('div', 'heading')
  const summary = create('p', 'summary')
  const decision = create('p', 'decision')
  let choice: Choice | undefined
  title.id = `${category}-title`
  element.dataset['category'] = category
  element.setAttribute('aria-labelledby', title.id)
  heading.append(title, state)
  element.append(heading, summary, decision)

  return {
    element,
    show(view) {
      element.dataset['state'] = view.isCollected ? 'on' : 'off'
      setText(title, view.label)
      setText(state, view.state)
      state.part.toggle('state-on', view.isCollected)
      setText(summary, view.summary)
      setText(decision, view.decisions.join(' '))
      if (view.choice === undefined) return
      if (choice === undefined) {
        choice = createChoice(choiceId(category), choose)
        element.append(choice.element)
      }
      choice.show(view.choice)
    },
  }
}
