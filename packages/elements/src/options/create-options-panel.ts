import type { DataCategory } from '@candor/practices'

import { createCategorySection, type CategorySection } from './create-category-section.js'
import { makeButton, setText } from '../dom/make.js'
import type { Choose } from './create-choice.js'
import type { CategoryView, OptionsView } from './describe-options.js'

/** The panel on the page. */
export interface OptionsPanel {
  /** Shows a view; what is focused stays so. A category that turned on or off, and what became new to agree to, is announced. */
  show(view: OptionsView): void
  /** Shows the button that opens the viewer, named by a text; undefined hides it. */
  offerViewer(text: string | undefined): void
}

/** What the person does on the panel. */
export interface OptionsActions {
  readonly choose: Choose
  readonly openViewer: () => void
}

const newsTextOf = ({ choice }: CategoryView): string | undefined =>
  choice?.kind === 'open' ? choice.news?.text : undefined

/** What is announced of a category: that it turned on or off, and what became new to agree to. */
const newsFor = (now: CategoryView, view: OptionsView | undefined): readonly string[] => {
  const before = view?.find(({ category }) => category === now.category)
  if (before === undefined) return []
  const news = newsTextOf(now)
  return [
    ...(before.isCollected === now.isCollected ? [] : [`${now.label}: ${now.state}.`]),
    ...(news === undefined || news === newsTextOf(before) ? [] : [news]),
  ]
}

/** Builds the panel in a root. */
export const createOptionsPanel = (
  root: ShadowRoot,
  { choose, openViewer }: OptionsActions,
): OptionsPanel => {
  const sections = new Map<DataCategory, CategorySection>()
  const list = document.createElement('div')
  const announcement = document.createElement('p')
  list.part.add('list')
  announcement.className = 'visually-hidden'
  announcement.setAttribute('role', 'status')
  const foot = document.createElement('div')
  const viewer = makeButton('open-viewer', openViewer)
  foot.part.add('foot')
  foot.hidden = true
  foot.append(viewer)
  root.append(list, foot, announcement)
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
      const news = view.flatMap((now) => newsFor(now, before))
      if (news.length > 0) announcement.textContent = news.join(' ')
      before = view
    },
    offerViewer(text) {
      foot.hidden = text === undefined
      setText(viewer, text ?? '')
    },
  }
}
