import { pickLanguage, type Language } from '@candor/practices'

import type { PracticesTexts } from '../shared/practices-texts.js'
import { sayLanguage } from '../shared/say-language.js'
import { createOptionsPanel, type OptionsPanel } from './create-options-panel.js'
import type { CandorOfOptions } from './describe-choice.js'
import type { CandorViewerElement } from '../viewer/candor-viewer-element.js'
import { describeOptions } from './describe-options.js'
import { OPTIONS_STYLE } from './options-style.js'
import { optionsText } from './options-texts.js'

const VIEWER = 'candor-viewer'
const OBSERVED_ATTRIBUTES = ['lang', 'signed-in'] as const

/**
 * `<candor-options>`: the General tab, saying per category what is collected, whether it is now and by whose decision,
 * with each switch that is the user's; where a consent is older than what the switch governs, it asks again. Attributes:
 * `lang` (en or es; default: the document's), `signed-in` (a person is signed in, who can choose; default: what candor says).
 * Where a `<candor-viewer>` is on the page too, a button fires `candor-open-viewer` and then brings it into sight.
 */
export class CandorOptionsElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = OBSERVED_ATTRIBUTES

  #candor: CandorOfOptions | undefined
  #practices: PracticesTexts | undefined
  #stop: (() => void) | undefined
  #panel: OptionsPanel | undefined

  /** The app's Candor. Nothing is shown until it is given. */
  get candor(): CandorOfOptions | undefined {
    return this.#candor
  }

  set candor(candor: CandorOfOptions | undefined) {
    this.#candor = candor
    if (this.isConnected) this.#follow()
  }

  /** The practices with their texts. Default: a short catalogue of the element's own. */
  get practices(): PracticesTexts | undefined {
    return this.#practices
  }

  set practices(practices: PracticesTexts | undefined) {
    this.#practices = practices
    this.#show()
  }

  connectedCallback(): void {
    for (const name of ['candor', 'practices'] as const) this.#takeOver(name)
    this.#follow()
  }

  disconnectedCallback(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  attributeChangedCallback(): void {
    this.#show()
  }

  /** A property that was set before the element was defined hides the accessor: it is set again through it. */
  #takeOver(name: 'candor' | 'practices'): void {
    if (!Object.hasOwn(this, name)) return
    const value: unknown = this[name]
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, value)
  }

  #follow(): void {
    this.#stop?.()
    this.#stop = this.#candor?.subscribe(() => this.#show())
    this.#show()
  }

  #show(): void {
    const candor = this.#candor
    if (candor === undefined) this.#forget()
    if (candor === undefined || !this.isConnected) return
    this.#panel ??= this.#createPanel()
    const person = candor.signedIn || this.hasAttribute('signed-in') ? 'signed-in' : 'signed-out'
    const language = this.#language()
    this.#panel.show(describeOptions({ candor, language, person, practices: this.#practices }))
    this.#panel.offerViewer(this.#viewer() && optionsText('openViewer', language))
    if (this.shadowRoot !== null) sayLanguage(this.shadowRoot, language)
  }

  #language(): Language {
    return pickLanguage(this.lang === '' ? document.documentElement.lang : this.lang)
  }

  /** Shows nothing of a Candor that is taken away: it may be another person's. */
  #forget(): void {
    this.shadowRoot?.replaceChildren()
    this.#panel = undefined
  }

  #createRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(OPTIONS_STYLE)
    root.adoptedStyleSheets = [style]
    return root
  }

  #createPanel(): OptionsPanel {
    return createOptionsPanel(this.shadowRoot ?? this.#createRoot(), {
      choose: (answer, control) => {
        this.#candor?.consent.set(answer, control)
        // A choice that was not kept, such as after closing, must not look as if it were.
        this.#show()
      },
      openViewer: () => this.#openViewer(),
    })
  }

  /** The viewer beside this element, in the page or in the shadow tree that both are in. */
  #viewer(): CandorViewerElement | undefined {
    const root = this.getRootNode()
    const found = root instanceof Document || root instanceof ShadowRoot ? root.querySelector(VIEWER) : null
    // One that was never defined cannot be opened.
    return found !== null && 'open' in found ? found : undefined
  }

  /** Tells the page, which may open it in its own way and then prevents that it is brought into sight here. */
  #openViewer(): void {
    const event = new CustomEvent('candor-open-viewer', { bubbles: true, composed: true, cancelable: true })
    if (!this.dispatchEvent(event)) return
    const viewer = this.#viewer()
    viewer?.scrollIntoView({ block: 'start' })
    viewer?.open()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'candor-options': CandorOptionsElement
  }
}
