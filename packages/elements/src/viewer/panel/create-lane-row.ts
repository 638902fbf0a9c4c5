import type { DataCategory } from '@candor/practices'

import { make, makeButton, setText } from '../../dom/make.js'
import { saveFile } from '../../dom/save-file.js'
import { describeLane, type LaneState, type LaneView } from '../describe-lane.js'
import { eraseText } from '../texts/erase-texts.js'
import { categoryLabelOf } from '../viewer-source.js'
import { createJsonView } from './create-json-view.js'
import type { ViewerParts } from './viewer-parts.js'

/** A category in the section about the service. */
export interface LaneRow {
  readonly category: DataCategory
  readonly element: HTMLElement
  readonly isChosen: () => boolean
  show(state: LaneState): void
  /** Shows how many reports are known now. */
  refresh(): void
}

/** What the row calls when its person looks again at requests that are under way. */
export type LookAgain = (category: DataCategory, requests: readonly string[]) => void

const createChoice = ({ source }: ViewerParts, category: DataCategory) => {
  const element = make('label', 'lane-choice')
  const box = make('input', 'lane-box')
  const known = make('span', 'lane-known')
  box.type = 'checkbox'
  box.checked = true
  element.append(box, make('span', 'lane-label', categoryLabelOf(source, category)), known)
  return { element, box, known }
}

const createActions = (
  { root }: ViewerParts,
  { saves, look }: LaneView,
  lookAgain: (requests: readonly string[]) => void,
): readonly HTMLButtonElement[] => [
  ...saves.map(({ label, fileName, text }) => {
    const type = fileName.endsWith('.json') ? 'application/json' : 'application/x-ndjson'
    const button = makeButton('save', () => saveFile(root, { name: fileName, type, text }))
    button.textContent = label
    return button
  }),
  ...(look === undefined ? [] : [look]).map(({ label, requests }) => {
    const button = makeButton('look', () => lookAgain(requests))
    button.textContent = label
    return button
  }),
]

/** Builds the row of a category: whether it is asked for, where that stands, and what may be saved. */
export const createLaneRow = (parts: ViewerParts, category: DataCategory, lookAgain: LookAgain): LaneRow => {
  const { candor, source, announce } = parts
  const element = make('li', 'lane')
  const { element: choice, box, known } = createChoice(parts, category)
  const state = make('p', 'lane-state')
  const actions = make('div', 'buttons')
  const rows = createJsonView(source.language)
  element.dataset['category'] = category
  element.append(choice, state, actions, rows.element)
  const refresh = (): void =>
    setText(known, `${eraseText('known', source.language)}: ${candor.reportIds(category).length}`)
  const show = (now: LaneState): void => {
    const view = describeLane(category, now, source.language)
    setText(state, view.text)
    state.hidden = view.text === ''
    element.dataset['tone'] = view.tone
    actions.replaceChildren(...createActions(parts, view, (requests) => lookAgain(category, requests)))
    actions.hidden = actions.childElementCount === 0
    rows.element.hidden = view.rows === ''
    rows.show({ title: categoryLabelOf(source, category), text: view.rows })
    if (view.text !== '') announce(`${categoryLabelOf(source, category)}: ${view.text}`)
  }
  show({ kind: 'idle' })
  refresh()
  return { category, element, isChosen: () => box.checked, show, refresh }
}
