export type { Inspect } from '../core/inspection.js'
export { inspection } from './create-inspection.js'
