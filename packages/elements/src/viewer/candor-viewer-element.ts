import { pickLanguage, type Language } from '@candor/practices'

import { make, setText } from '../dom/make.js'
import type { PracticesTexts } from '../shared/practices-texts.js'
import { sayLanguage } from '../shared/say-language.js'
import type { CandorOfViewer } from './candor-of-viewer.js'
import { createConfirm } from './panel/create-confirm.js'
import { createViewerPanel, type ViewerPanel, type ViewerTab } from './panel/create-viewer-panel.js'
import { viewerText } from './texts/viewer-texts.js'
import { VIEWER_STYLE } from './viewer-style.js'

const OBSERVED_ATTRIBUTES = ['lang', 'refresh-seconds'] as const
const DEFAULT_REFRESH_SECONDS = 2

/**
 * `<candor-viewer>`: what would be sent now, what waits, what was sent with the exact bytes and the answer, what was not and
 * why; search, export, erasing on the device and asking the service. Attributes: `lang` (en or es; default: the
 * document's), `refresh-seconds` (default 2; 0: only when candor tells of a change). Events: `candor-erased`, `candor-reset`.
 */
export class CandorViewerElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = OBSERVED_ATTRIBUTES

  #candor: CandorOfViewer | undefined
  #practices: PracticesTexts | undefined
  #panel: ViewerPanel | undefined
  #stop: (() => void) | undefined
  /** Asked to open before there was something to open. */
  #opening: ViewerTab | 'selected' | undefined

  /** The app's Candor. Nothing is shown until it is given. */
  get candor(): CandorOfViewer | undefined {
    return this.#candor
  }

  set candor(candor: CandorOfViewer | undefined) {
    this.#candor = candor
    this.#start()
  }

  /** The practices with their texts. Default: a short catalogue of the element's own, and the data types' names. */
  get practices(): PracticesTexts | undefined {
    return this.#practices
  }

  set practices(practices: PracticesTexts | undefined) {
    this.#practices = practices
    this.#start()
  }

  /** Shows a tab: next, sent, unsent, diagnostics or erase; and moves the focus to it. */
  open(tab?: ViewerTab): void {
    if (this.#panel === undefined) {
      this.#opening = tab ?? 'selected'
      return
    }
    this.#panel.select(tab ?? this.#panel.selected())
    this.#panel.focus()
  }

  connectedCallback(): void {
    for (const name of ['candor', 'practices'] as const) this.#takeOver(name)
    this.#start()
  }

  disconnectedCallback(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  attributeChangedCallback(): void {
    this.#start()
  }

  /** A property that was set before the element was defined hides the accessor: it is set again through it. */
  #takeOver(name: 'candor' | 'practices'): void {
    if (!Object.hasOwn(this, name)) return
    const value: unknown = this[name]
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, value)
  }

  /** Begins anew with what is given by now. */
  #start(): void {
    this.#stop?.()
    this.#stop = undefined
    const candor = this.#candor
    const hadFocus = (this.shadowRoot?.activeElement ?? null) !== null
    if (candor === undefined) this.#forget()
    if (candor === undefined || !this.isConnected) return
    const root = this.#clearedRoot()
    if (hadFocus) this.#opening ??= 'selected'
    const status = make('p', 'status', viewerText('reading', this.#language()))
    status.setAttribute('role', 'status')
    root.append(status)
    const abort = new AbortController()
    this.#stop = () => abort.abort()
    const begin = (): void => {
      if (!abort.signal.aborted) this.#show(candor, root, status, abort.signal)
    }
    // A device that cannot be read is told of where its lists are.
    void candor.ready.then(begin, begin)
  }

  #show(candor: CandorOfViewer, root: ShadowRoot, status: HTMLElement, signal: AbortSignal): void {
    const selected = this.#panel?.selected()
    const language = this.#language()
    status.className = 'visually-hidden'
    setText(status, '')
    const panel = createViewerPanel({
      candor,
      source: { candor, language, practices: this.#practices },
      root,
      confirm: createConfirm(root),
      announce: (text) => setText(status, text),
      emit: (event) => void this.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true })),
      now: () => Date.now(),
    })
    this.#panel = panel
    sayLanguage(root, language)
    if (selected !== undefined) panel.select(selected)
    if (this.#opening !== undefined) this.open(this.#opening === 'selected' ? undefined : this.#opening)
    this.#opening = undefined
    const refresh = (): void => {
      if (!document.hidden) panel.refresh('time')
    }
    const unsubscribe = candor.subscribe(refresh)
    const seconds = Number(this.getAttribute('refresh-seconds') ?? DEFAULT_REFRESH_SECONDS)
    const timer = seconds > 0 ? setInterval(refresh, seconds * 1000) : undefined
    signal.addEventListener('abort', () => {
      unsubscribe()
      clearInterval(timer)
      panel.stop()
    })
  }

  #language(): Language {
    return pickLanguage(this.lang === '' ? document.documentElement.lang : this.lang)
  }

  /** Shows nothing of a Candor that is taken away: it may be another person's. */
  #forget(): void {
    this.shadowRoot?.replaceChildren()
    this.#panel = undefined
  }

  #clearedRoot(): ShadowRoot {
    if (this.shadowRoot !== null) {
      this.shadowRoot.replaceChildren()
      return this.shadowRoot
    }
    const root = this.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(VIEWER_STYLE)
    root.adoptedStyleSheets = [style]
    return root
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'candor-viewer': CandorViewerElement
  }
}
