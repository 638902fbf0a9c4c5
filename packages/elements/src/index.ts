export { defineCandorElements } from './define-candor-elements.js'
export { CandorOptionsElement } from './options/candor-options-element.js'
export type { CandorOfOptions, ChoiceView, NewsView } from './options/describe-choice.js'
export { describeOptions, type CategoryView, type OptionsView } from './options/describe-options.js'
