import type { DataCategory } from '@candor/practices'

import { make, setText } from '../dom/make.js'
import { createChoice, type Choice, type Choose } from './create-choice.js'
import { createContents } from './create-contents.js'
import type { CategoryView } from './describe-options.js'

/** One category's part of the panel. */
export interface CategorySection {
  readonly element: HTMLElement
  show(view: CategoryView): void
}

/** Each switch has a description of its own. */
const choiceId = (category: DataCategory): string =>
  category === 'error' ? 'choice-description' : `choice-description-${category}`

/** Builds the section of a category. `choose` is called when the person uses the switch in it. */
export const createCategorySection = (category: DataCategory, choose: Choose): CategorySection => {
  const element = make('section', 'category')
  const title = make('h3', 'title')
  const state = make('span', 'state')
  const heading = make('div', 'heading')
  const summary = make('p', 'summary')
  const decision = make('p', 'decision')
  const contents = createContents()
  let choice: Choice | undefined
  title.id = `${category}-title`
  element.dataset['category'] = category
  element.setAttribute('aria-labelledby', title.id)
  heading.append(title, state)
  element.append(heading, summary, contents.element, decision)

  return {
    element,
    show(view) {
      element.dataset['state'] = view.isCollected ? 'on' : 'off'
      setText(title, view.label)
      setText(state, view.state)
      state.part.toggle('state-on', view.isCollected)
      setText(summary, view.summary)
      setText(decision, view.decisions.join(' '))
      contents.show(view.contents)
      if (view.choice === undefined) return
      if (choice === undefined) {
        choice = createChoice(choiceId(category), choose)
        element.append(choice.element)
      }
      choice.show(view.choice)
    },
  }
}
