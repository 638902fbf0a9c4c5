export { AUTOMATIC_SOURCES, type AutomaticSource } from './automatic-source.js'
export { bucketOf } from './bucket-of.js'
export { canonicalJson } from './canonical-json.js'
export { DATA_CATEGORIES, INGEST_PATHS, type DataCategory } from './category.js'
export { CONSENT_ANSWERS, type Consent, type ConsentAnswer } from './consent.js'
export {
  ROLES,
  type BooleanControl,
  type ChoiceControl,
  type Control,
  type GradedControl,
  type Role,
  type Scope,
} from './control.js'
export {
  KINDS_BY_CATEGORY,
  type DataType,
  type DataTypeIn,
  type DataTypeKind,
  type Distribution,
} from './data-type.js'
export { definePractices } from './define-practices.js'
export { toDevicePractices } from './device-practices.js'
export {
  endpointOf,
  type Cloud,
  type Endpoint,
  type EndpointChange,
  type EndpointList,
} from './endpoints/endpoints.js'
export { CandorError, ERRORS, type ErrorCode, type ErrorFacts } from './errors.js'
export {
  parseDeviceId,
  parseFirstHash,
  parseReportId,
  toGuid,
  toPseudonym,
  type DeviceId,
  type FirstHash,
  type Pseudonym,
  type ReportId,
} from './ids.js'
export { FIRST_HASH_BYTES, FIRST_HASH_ITERATIONS, normaliseUserId, toBase64Url } from './identity.js'
export { LANGUAGES, pickLanguage, type Language, type Localised } from './language.js'
export * as LIMITS from './limits.js'
export { type IngestAnswer, type Outcome, type Refusal } from './outcome.js'
export { parseEnvelope, parseReport, type ParsedEnvelope, type ParsedReport } from './parse-envelope.js'
export { type Parsed } from './parsed.js'
export { POLICY_SIGNATURE_HEADER, type Policy } from './policy.js'
export {
  findDataType,
  practicesId,
  type BareControl,
  type BareDataType,
  type BareRule,
  type CategoryDescription,
  type DataTypeId,
  type DataTypeName,
  type DevicePractices,
  type LaneData,
  type Practices,
  type Rule,
} from './practices.js'
export { SUBJECT_KINDS, type Receipt, type SubjectKind } from './receipt.js'
export { type DecisionBasis, type Envelope, type Origin, type Report } from './report.js'
export { formatTime, parseTime, PRECISION_MILLIS } from './time.js'
export { isIpAddress, isOrganisation, isSipUri } from './validate/formats.js'
export { compileValidator } from './validate/kind-validators.js'
export { compileLane, compileLaneAtService, type DataFault } from './validate/lane-validator.js'
export { compileRecorded, type RecordedDataType } from './validate/recorded-validators.js'
export { isObject } from './validate/structured.js'
export { type Validator } from './validate/validator.js'
export { LOG_LEVELS, type ExceptionValue, type LogLine, type ValueOf } from './value.js'
export { type DecisionContext, type Meeting, type Settings } from './decide/context.js'
export { decide, decideAtService } from './decide/decide.js'
export { REASONS, type ConsideredSetting, type Decision, type Reason } from './decide/decision.js'
export { explainDecision, ROLE_TEXTS } from './decide/explain.js'
