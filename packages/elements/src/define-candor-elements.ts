import { CandorOptionsElement } from './options/candor-options-element.js'
import { CandorViewerElement } from './viewer/candor-viewer-element.js'

/** Registers `<candor-options>`. Calling it again changes nothing. */
export const defineCandorOptions = (registry: CustomElementRegistry = customElements): void => {
  if (registry.get('candor-options') === undefined) registry.define('candor-options', CandorOptionsElement)
}

/** Registers `<candor-viewer>`. Calling it again changes nothing. */
export const defineCandorViewer = (registry: CustomElementRegistry = customElements): void => {
  if (registry.get('candor-viewer') === undefined) registry.define('candor-viewer', CandorViewerElement)
}

/** Registers `<candor-options>` and `<candor-viewer>`. Calling it again changes nothing. */
export const defineCandorElements = (registry: CustomElementRegistry = customElements): void => {
  defineCandorViewer(registry)
  defineCandorOptions(registry)
}
