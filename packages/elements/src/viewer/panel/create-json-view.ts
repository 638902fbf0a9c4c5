import { make, setText } from '../../dom/make.js'
import type { ExactView } from '../describe-entry.js'
import { layOutJson, type JsonLine } from '../lay-out-json.js'
import { viewerText } from '../texts/viewer-texts.js'
import type { Language } from '@candor/practices'

/** Lines that are shown at first. */
const MAX_LINES = 200

/** A text as it is, laid out in lines. */
export interface JsonView {
  readonly element: HTMLElement
  show(view: ExactView): void
}

const createLine = ({ depth, pieces }: JsonLine): HTMLElement => {
  const line = make('span', 'json-line')
  line.style.setProperty('--_depth', String(depth))
  line.append(
    ...pieces.map(({ kind, text }) => {
      if (kind === 'mark' || kind === 'other') return text
      return make('span', `json-${kind}`, text)
    }),
  )
  return line
}

/** Copies a text, where the page may; the button says so for a moment. */
const createCopy = (read: () => string, language: Language): HTMLButtonElement => {
  const button = make('button', 'copy', viewerText('copy', language))
  button.type = 'button'
  button.part.add('button')
  button.hidden = !('clipboard' in navigator)
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(read()).then(
      () => setText(button, viewerText('copied', language)),
      () => undefined,
    )
    setTimeout(() => setText(button, viewerText('copy', language)), 2000)
  })
  return button
}

/** Builds the view of a JSON text: its own characters in lines that CSS indents, so that the element's text is the text. */
export const createJsonView = (language: Language): JsonView => {
  const element = make('section', 'exact')
  const head = make('div', 'exact-head')
  const title = make('h3', 'exact-title')
  const text = make('pre', 'json')
  const more = make('button', 'more-lines')
  let shown: ExactView = { title: '', text: '' }
  let lines: readonly JsonLine[] = []
  let limit = MAX_LINES
  text.tabIndex = 0
  text.setAttribute('role', 'group')
  more.type = 'button'
  more.part.add('button')
  head.append(
    title,
    createCopy(() => shown.text, language),
  )
  element.append(head, text, more)
  const draw = (): void => {
    text.replaceChildren(...lines.slice(0, limit).map(createLine))
    more.hidden = lines.length <= limit
    setText(more, `${viewerText('moreLines', language)} (${lines.length})`)
  }
  more.addEventListener('click', () => {
    limit = Number.POSITIVE_INFINITY
    draw()
    text.focus()
  })
  return {
    element,
    show(view) {
      if (view.title === shown.title && view.text === shown.text) return
      shown = view
      lines = layOutJson(view.text)
      setText(title, view.title)
      text.setAttribute('aria-label', view.title)
      draw()
    },
  }
}
