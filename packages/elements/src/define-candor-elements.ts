import { CandorOptionsElement } from './options/candor-options-element.js'

/** Registers `<candor-options>`. Calling it again changes nothing. */
export const defineCandorElements = (registry: CustomElementRegistry = customElements): void => {
  if (registry.get('candor-options') === undefined) registry.define('candor-options', CandorOptionsElement)
}
