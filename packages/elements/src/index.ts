export { defineCandorElements, defineCandorOptions, defineCandorViewer } from './define-candor-elements.js'
export { CandorOptionsElement } from './options/candor-options-element.js'
export type { CandorOfOptions, ChoiceView, NewsView } from './options/describe-choice.js'
export {
  describeOptions,
  type CategoryView,
  type ContentsView,
  type OptionsView,
} from './options/describe-options.js'
export type { CandorOfViewer } from './viewer/candor-of-viewer.js'
export { CandorViewerElement } from './viewer/candor-viewer-element.js'
export type { ViewerTab } from './viewer/panel/create-viewer-panel.js'
export { readPublishedTexts, type PracticesTexts } from './shared/practices-texts.js'
