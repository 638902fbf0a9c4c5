import { CandorError, type ErrorCode, type ParsedEnvelope, type ParsedReport } from '@candor/practices'
import type { AdmittedReport } from '../spool/spool-entry.js'
import {
  BODY_STEP,
  ENVELOPE_STEPS,
  PSEUDONYM_STEPS,
  REPORT_STEPS,
  REQUEST_STEPS,
  SPOOL_STEP,
} from './admission-steps.js'
import {
  createStage,
  createWaitingStep,
  type Stage,
  type StepFigures,
  type WaitingStep,
} from './create-stage.js'
import type { EnvelopeScope } from './envelope-steps.js'
import type { ReportScope } from './report-steps.js'
import type { AskedRequest, KeyedRequest, RequestScope } from './request-steps.js'

/** What admission has done since the service started, for the metrics. */
export interface AdmissionFigures {
  /** Every step in order, with how many passed it, how many it refused by code, and the time it took of those that were timed. */
  read(): readonly StepFigures[]
}

/** The steps of admission, counted and timed. */
export interface AdmissionStages {
  readonly request: Stage<AskedRequest, RequestScope, KeyedRequest>
  readonly body: WaitingStep
  readonly envelope: Stage<unknown, EnvelopeScope, ParsedEnvelope>
  readonly report: Stage<unknown, ReportScope, ParsedReport>
  readonly pseudonym: Stage<ParsedReport, ReportScope, AdmittedReport>
  readonly spool: WaitingStep
  readonly figures: AdmissionFigures
}

const codeOf = (error: unknown): ErrorCode => (error instanceof CandorError ? error.code : 'CANDOR_INTERNAL')

/** Makes the stages of admission, with counters of their own. */
export const createAdmission = (): AdmissionStages => {
  const stages = {
    request: createStage(REQUEST_STEPS),
    body: createWaitingStep(BODY_STEP, codeOf),
    envelope: createStage(ENVELOPE_STEPS),
    report: createStage(REPORT_STEPS),
    pseudonym: createStage(PSEUDONYM_STEPS),
    spool: createWaitingStep(SPOOL_STEP, codeOf),
  }
  return {
    ...stages,
    figures: { read: () => Object.values(stages).flatMap((stage) => stage.read()) },
  }
}
