import { make, makeButton, setText } from '../../dom/make.js'
import { eraseText, type EraseTextName } from '../texts/erase-texts.js'
import type { ViewerEvent, ViewerParts } from './viewer-parts.js'

interface Action {
  readonly name: 'erase' | 'reset'
  readonly title: EraseTextName
  readonly text: EraseTextName
  readonly done: EraseTextName
  readonly event: ViewerEvent
}

const ACTIONS: readonly Action[] = [
  { name: 'erase', title: 'eraseTitle', text: 'eraseText', done: 'erasedDevice', event: 'candor-erased' },
  { name: 'reset', title: 'resetTitle', text: 'resetText', done: 'resetDone', event: 'candor-reset' },
]

/** Builds what a person may do on this device: erase, and get a new device ID; each is asked about first. */
export const createDeviceSection = (
  { candor, source, confirm, announce, emit }: ViewerParts,
  refresh: () => void,
): HTMLElement => {
  const text = (name: EraseTextName): string => eraseText(name, source.language)
  const element = make('section', 'erase-section')
  const buttons = make('div', 'buttons')
  const outcome = make('p', 'outcome')
  const say = (told: string): void => {
    setText(outcome, told)
    outcome.hidden = told === ''
    announce(told)
  }
  const act = async ({ name, title, text: about, done, event }: Action): Promise<void> => {
    const question = { title: text(title), text: text(about), confirm: text(name), cancel: text('cancel') }
    if ((await confirm(question)) === 'cancelled') return
    try {
      await candor[name]()
      say(text(done))
      emit(event)
    } catch {
      say(text('eraseFailed'))
    }
    refresh()
  }
  outcome.hidden = true
  for (const action of ACTIONS) {
    const button = makeButton(action.name, () => void act(action))
    button.textContent = `${text(action.name)}…`
    buttons.append(button)
  }
  element.append(
    make('h3', 'erase-title', text('onDevice')),
    make('p', 'erase-note', text(candor.connection.endpoint === '' ? 'onDeviceAlone' : 'onDeviceNote')),
    buttons,
    outcome,
  )
  return element
}
