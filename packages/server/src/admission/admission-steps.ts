import type { ParsedEnvelope, ParsedReport } from '@candor/practices'
import type { AdmittedReport } from '../spool/spool-entry.js'
import { knownClient, knownPractices, readEnvelope, type EnvelopeScope } from './envelope-steps.js'
import { freshness } from './freshness.js'
import { dataTypes, decision, pseudonymise, readReport, type ReportScope } from './report-steps.js'
import {
  addressRate,
  findProduct,
  keyRate,
  laneStop,
  quota,
  room,
  type AskedRequest,
  type KeyedRequest,
  type RequestScope,
} from './request-steps.js'
import type { StageSteps } from './step.js'

// Every step from a request to an entry of the spool, in order. The first that refuses is the outcome: of the request, or
// of one report alone.

/** Before the body is read. */
export const REQUEST_STEPS: StageSteps<AskedRequest, RequestScope, KeyedRequest> = {
  of: 'request',
  read: { name: 'key', run: findProduct },
  checks: [
    { name: 'lane-stop', run: laneStop },
    { name: 'address-rate', run: addressRate },
    { name: 'key-rate', run: keyRate },
    { name: 'quota', run: quota },
    { name: 'room', run: room },
  ],
}

/** The body: its size, type and encoding, and whether it is JSON (`http/read-body.ts`). Its time holds the way over the network. */
export const BODY_STEP = 'body'

/** What is around the reports. */
export const ENVELOPE_STEPS: StageSteps<unknown, EnvelopeScope, ParsedEnvelope> = {
  of: 'request',
  read: { name: 'envelope', run: readEnvelope },
  checks: [
    { name: 'practices', run: knownPractices },
    { name: 'client', run: knownClient },
  ],
}

/** Each report. */
export const REPORT_STEPS: StageSteps<unknown, ReportScope, ParsedReport> = {
  of: 'report',
  read: { name: 'form', run: readReport },
  checks: [
    { name: 'freshness', run: freshness },
    { name: 'data-types', run: dataTypes },
    { name: 'decision', run: decision },
  ],
}

/** Each report that may be kept, before anything of it is written. */
export const PSEUDONYM_STEPS: StageSteps<ParsedReport, ReportScope, AdmittedReport> = {
  of: 'report',
  read: { name: 'pseudonym', run: pseudonymise },
  checks: [],
}

/** The request's reports, durable together (`spool/`); reports that are known already are duplicates from here on. */
export const SPOOL_STEP = 'spool'
