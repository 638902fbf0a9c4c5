export { candorPractices, type CandorPracticesOptions } from './candor-practices.js'
