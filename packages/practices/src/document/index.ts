export { describePractices } from './describe-practices.js'
export { renderPracticesHtml } from './html/render-practices-html.js'
export { renderPracticesMarkdown } from './markdown/render-practices-markdown.js'
export {
  type CategoryOfDocument,
  type DataTypeDescription,
  type PracticesDescription,
  type RuleDescription,
} from './practices-description.js'
export { PRACTICES_SCHEMA } from './practices-schema.js'
export { PRACTICES_STYLE } from './style/practices-style.js'
export { type DocumentOptions } from './view/practices-view.js'
export { renderEndpointsHtml } from '../endpoints/render-endpoints-html.js'
