export { defineCandorElements } from './define-candor-elements.js'
export { CandorOptionsElement } from './options/candor-options-element.js'
export {
  describeOptions,
  type CandorOfOptions,
  type CategoryView,
  type ChoiceView,
  type OptionsView,
} from './options/describe-options.js'
