import type { DataCategory } from '@candor/practices'

import { createCategorySection, type CategorySection } from './create-category-section.js'
import type { OptionsView } from './describe-options.js'

/** The panel on the page. */
export interface OptionsPanel {
  /** Shows a view; what is focused stays so. A category that turned on or off is announced. */
  show(view: OptionsView): void
}

/** Builds the panel in a root. `choose` is called when the person uses the switch. */
export const createOptionsPanel = (
  root: ShadowRoot,
  choose: (answer: 'granted' | 'denied') => void,
): OptionsPanel => {
  const sections = new Map<DataCategory, CategorySection>()
  const list = document.createElement('div')
  const announcement = document.createElement('p')
  list.part.add('list')
  announcement.className = 'visually-hidden'
  announcement.setAttribute('role', 'status')
  root.append(list, announcement)
  let before: OptionsView | undefined

  const sectionOf = (category: DataCategory): CategorySection => {
    const known = sections.get(category)
    if (known !== undefined) return known
    const made = createCategorySection(category, choose)
    sections.set(category, made)
    list.append(made.element)
    return made
  }

  return {
    show(view) {
      for (const category of view) sectionOf(category.category).show(category)
      const changed = view.filter(
        ({ category, isCollected }) =>
          before?.some((old) => old.category === category && old.isCollected !== isCollected) ?? false,
      )
      if (changed.length > 0) {
        announcement.textContent = changed.map(({ label, state }) => `${label}: ${state}.`).join(' ')
      }
      before = view
    },
  }
}
