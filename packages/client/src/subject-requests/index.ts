export type { DroppedReports, KeptOnDevice, SentRequest } from '../core/inspection.js'
export { followErasure } from './follow-erasure.js'
export { laneByLane } from './lane-by-lane.js'
export { requestAccess, type SubjectOptions } from './request-access.js'
export { requestErasure } from './request-erasure.js'
export type {
  AccessOutcome,
  ErasureOutcome,
  ErasureReceipt,
  HeldRow,
  NothingToAsk,
  SubjectFault,
} from './subject-outcome.js'
export type { CandorOfSubject } from './subjects-of.js'
export type { SubjectSurroundings } from './surroundings.js'
