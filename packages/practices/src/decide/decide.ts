import { DATA_CATEGORIES, type DataCategory } from '../category.js'
import type { Role } from '../control.js'
import { findDataType, type BareControl, type BareRule, type DevicePractices } from '../practices.js'
import { booleanVerdict } from './boolean-verdict.js'
import { choiceVerdict } from './choice-verdict.js'
import type { DecisionContext } from './context.js'
import type { Decision, Verdict } from './decision.js'
import { gradedVerdict } from './graded-verdict.js'

const NOBODY = [] as const

const UNKNOWN_DATA_TYPE: Decision = {
  collect: false,
  control: null,
  source: 'practices',
  reason: 'unknown-data-type',
  mayChange: NOBODY,
  losing: NOBODY,
}

const NO_RULE: Decision = { ...UNKNOWN_DATA_TYPE, reason: 'no-rule' }

const ALWAYS_ON: Decision = { ...UNKNOWN_DATA_TYPE, collect: true, reason: 'always-on' }

const MAY_CHANGE = {
  'organisation-admin': ['organisation-admin'],
  admin: ['admin'],
  'device-owner': ['device-owner'],
  user: ['user'],
} as const satisfies Readonly<Record<Role, readonly Role[]>>

const verdictOf = (name: string, control: BareControl, context: DecisionContext, since: number): Verdict => {
  switch (control.kind) {
    case 'boolean':
      return booleanVerdict(name, control, context)
    case 'choice':
      return choiceVerdict(control, context, since)
    case 'graded':
      return gradedVerdict(name, control, context)
    default:
      return control satisfies never
  }
}

const applies = (rule: BareRule, category: DataCategory, name: string, context: DecisionContext): boolean =>
  rule.categories.includes(category) &&
  (rule.dataTypes === undefined || rule.dataTypes.includes(name)) &&
  (rule.clients === undefined || rule.clients.includes(context.client)) &&
  (rule.os === undefined || rule.os.includes(context.os))

const categoryOf = (dataType: string): DataCategory | undefined => {
  for (const category of DATA_CATEGORIES) {
    if (dataType.startsWith(category) && dataType[category.length] === '.') return category
  }
  return undefined
}

const findRule = (
  practices: DevicePractices,
  category: DataCategory,
  name: string,
  context: DecisionContext,
): BareRule | undefined => {
  for (const rule of practices.rules) if (applies(rule, category, name, context)) return rule
  return undefined
}

/** The decision of a control on top of what the controls before it lost. */
const combine = (
  before: Decision,
  control: string,
  mayChange: readonly Role[],
  verdict: Verdict,
): Decision => {
  const { collect, source, reason, detail } = verdict
  const losing = before.losing.length === 0 ? verdict.losing : [...before.losing, ...verdict.losing]
  const decision = { collect, control, source, reason, mayChange, losing }
  return detail === undefined ? decision : { ...decision, detail }
}

type Vantage = 'device' | 'service'

const decideFrom = (
  vantage: Vantage,
  practices: DevicePractices,
  dataType: string,
  context: DecisionContext,
): Decision => {
  const category = categoryOf(dataType)
  const name = category === undefined ? '' : dataType.slice(category.length + 1)
  const type = category === undefined ? undefined : findDataType(practices, category, name)
  if (category === undefined || type === undefined) return UNKNOWN_DATA_TYPE
  const rule = findRule(practices, category, name, context)
  if (rule === undefined) return NO_RULE
  let decision = ALWAYS_ON
  for (const controlName of rule.controls) {
    const control = practices.controls[controlName]
    if (control === undefined || (vantage === 'service' && control.heldBy === 'device')) continue
    const verdict = verdictOf(controlName, control, context, type.since ?? 1)
    decision = combine(decision, controlName, MAY_CHANGE[control.setBy], verdict)
    if (!decision.collect) return decision
  }
  return decision
}

/**
 * Whether a data type (such as `usage.IMSent`) is collected, and because of what. Pure and total: malformed settings
 * count as the strictest, an unknown data type or client is not collected (census excepted, which is always on).
 * The first rule that applies counts; its first control that forbids decides, else its last one.
 */
export const decide = (practices: DevicePractices, dataType: string, context: DecisionContext): Decision =>
  decideFrom('device', practices, dataType, context)

/**
 * The same question asked by the service, which does not see what the device alone holds (the user's choice, the
 * device's own error reporting values): those controls are taken as allowing, since the device has decided on them.
 */
export const decideAtService = (
  practices: DevicePractices,
  dataType: string,
  context: DecisionContext,
): Decision => decideFrom('service', practices, dataType, context)
