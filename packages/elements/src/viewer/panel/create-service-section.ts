import { followErasure, laneByLane, requestAccess, requestErasure } from '@candor/client/subject-requests'
import { DATA_CATEGORIES, type DataCategory } from '@candor/practices'

import { make, makeButton } from '../../dom/make.js'
import type { LaneState } from '../describe-lane.js'
import { eraseText, type EraseTextName } from '../texts/erase-texts.js'
import { createLaneRow, type LaneRow, type LookAgain } from './create-lane-row.js'
import type { ViewerParts } from './viewer-parts.js'

/** What a person may ask of the service, on the page. */
export interface ServiceSection {
  readonly element: HTMLElement
  /** Shows how many reports are known now. */
  readonly refresh: () => void
  /** Asks nothing any more. */
  readonly stop: () => void
}

type AskOne = (category: DataCategory, signal: AbortSignal) => Promise<LaneState>

const createAsks = ({ candor }: ViewerParts) => ({
  access: async (category: DataCategory, signal: AbortSignal): Promise<LaneState> => ({
    kind: 'access',
    outcome: await requestAccess(candor, category, { signal }),
  }),
  erasure: async (category: DataCategory, signal: AbortSignal): Promise<LaneState> => ({
    kind: 'erasure',
    outcome: await requestErasure(candor, category, { signal }),
  }),
})

/** Runs one question at a time, lane by lane; `show` is told where each lane stands. */
const createRun = (
  show: (category: DataCategory, state: LaneState) => void,
  onBusy: (state: 'busy' | 'free') => void,
) => {
  let running: AbortController | undefined
  return {
    stop: () => running?.abort(),
    run: async (categories: readonly DataCategory[], ask: AskOne): Promise<void> => {
      if (running !== undefined) return
      running = new AbortController()
      const { signal } = running
      const waiting = new Set(categories)
      onBusy('busy')
      for (const category of categories) show(category, { kind: 'turn' })
      await laneByLane(
        categories,
        async (category) => {
          waiting.delete(category)
          show(category, { kind: 'asking' })
          show(category, await ask(category, signal))
        },
        { signal },
      )
      for (const category of waiting) show(category, { kind: 'stopped' })
      running = undefined
      onBusy('free')
    },
  }
}

interface Actions {
  readonly access: () => void
  readonly erasure: () => void
  readonly stop: () => void
}

/** The buttons of the section; while something is asked, those that ask are not to be used and one that stops is there. */
const createButtons = (text: (name: EraseTextName) => string, actions: Actions) => {
  const element = make('div', 'buttons')
  const access = makeButton('access', actions.access)
  const erasure = makeButton('erasure', actions.erasure)
  const stop = makeButton('stop', actions.stop)
  access.textContent = text('access')
  erasure.textContent = `${text('erasure')}…`
  stop.textContent = text('stop')
  stop.hidden = true
  element.append(access, erasure, stop)
  return {
    element,
    show: (state: 'busy' | 'free'): void => {
      // Not `disabled`: the focus stays where it is.
      for (const button of [access, erasure]) button.setAttribute('aria-disabled', String(state === 'busy'))
      stop.hidden = state === 'free'
    },
  }
}

const createLanes = (title: string, rows: readonly LaneRow[]): HTMLElement => {
  const fieldset = make('fieldset', 'lanes')
  const list = make('ul', 'lane-list')
  list.append(...rows.map((row) => row.element))
  fieldset.append(make('legend', 'lanes-title', title), list)
  return fieldset
}

const createAsking = (parts: ViewerParts, element: HTMLElement): ServiceSection => {
  const { candor, source, confirm } = parts
  const text = (name: EraseTextName): string => eraseText(name, source.language)
  const asks = createAsks(parts)
  const { run, stop } = createRun(
    (category, state) => rows.find((row) => row.category === category)?.show(state),
    (state) => buttons.show(state),
  )
  const lookAgain: LookAgain = (category, requests) =>
    void run([category], async (_, signal) => ({
      kind: 'erasure',
      outcome: await followErasure(candor, requests, { signal }),
    }))
  const rows = DATA_CATEGORIES.filter(
    (category) => Object.keys(candor.practices.dataTypes[category]).length > 0,
  ).map((category) => createLaneRow(parts, category, lookAgain))
  const chosen = (): readonly DataCategory[] =>
    rows.filter(({ isChosen }) => isChosen()).map(({ category }) => category)
  const confirmErasure = async (): Promise<void> => {
    const question = { title: text('erasureTitle'), text: text('erasureText') }
    const answer = await confirm({ ...question, confirm: text('erasure'), cancel: text('cancel') })
    if (answer === 'confirmed') await run(chosen(), asks.erasure)
  }
  const buttons = createButtons(text, {
    access: () => void run(chosen(), asks.access),
    erasure: () => void confirmErasure(),
    stop,
  })
  const lanes = createLanes(text('categories'), rows)
  element.append(make('p', 'erase-note', text('atServiceNote')), lanes, buttons.element)
  return { element, refresh: () => rows.forEach((row) => row.refresh()), stop }
}

/** Builds the section: the categories, what may be asked, and where it stands. Without a service it says why there is nothing to ask. */
export const createServiceSection = (parts: ViewerParts): ServiceSection => {
  const { candor, source } = parts
  const element = make('section', 'erase-section')
  element.append(make('h3', 'erase-title', eraseText('atService', source.language)))
  if (candor.connection.endpoint !== '') return createAsking(parts, element)
  element.append(make('p', 'erase-note', eraseText('noService', source.language)))
  return { element, refresh: () => undefined, stop: () => undefined }
}
