export { checkPractices, LINTS } from './check-practices.js'
export {
  diffPractices,
  type ChangedDataType,
  type NewDataType,
  type PracticesDiff,
} from './diff-practices.js'
export { type Finding, type Lint } from './finding.js'
export { renderReviewForm } from './review-form.js'
