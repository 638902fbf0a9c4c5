import type { BareControl, BareDataType, BareRule, DevicePractices } from '../practices.js'
import { booleanVerdict } from './boolean-verdict.js'
import { choiceVerdict } from './choice-verdict.js'
import { ownValue, type DecisionContext } from './context.js'
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

const verdictOf = (name: string, control: BareControl, context: DecisionContext, since: number): Verdict => {
  switch (control.kind) {
    case 'boolean':
      return booleanVerdict(name, control, context)
    case 'choice':
      return choiceVerdict(name, control, context, since)
    case 'graded':
      return gradedVerdict(name, control, context)
    default:
      return control satisfies never
  }
}

const covers = (words: readonly string[] | undefined, word: string): boolean =>
  words === undefined || words.includes(word)

const findRule = (
  { rules }: DevicePractices,
  category: string,
  name: string,
  { client, os }: DecisionContext,
): BareRule | undefined =>
  rules.find(
    (rule) =>
      covers(rule.categories, category) &&
      covers(rule.dataTypes, name) &&
      covers(rule.clients, client) &&
      covers(rule.os, os),
  )

/** The decision of a control on top of what the controls before it lost. */
const combine = (before: Decision, name: string, { setBy }: BareControl, verdict: Verdict): Decision => {
  const { collect, reason, detail, winner, found } = verdict
  const decision = {
    collect,
    control: name,
    source: winner?.source ?? 'default',
    reason,
    mayChange: [setBy],
    losing: [...before.losing, ...found.filter((setting) => setting !== winner)],
  }
  return detail === undefined ? decision : { ...decision, detail }
}

/** Decides by the controls that are asked; the others are taken as allowing. */
const decideBy = (
  isAsked: (control: BareControl) => boolean,
  practices: DevicePractices,
  dataType: string,
  context: DecisionContext,
): Decision => {
  const dot = dataType.indexOf('.')
  const category = dataType.slice(0, dot)
  const name = dataType.slice(dot + 1)
  const type = ownValue(ownValue(practices.dataTypes, category), name) as BareDataType | undefined
  if (type === undefined || dot < 0) return UNKNOWN_DATA_TYPE
  const rule = findRule(practices, category, name, context)
  if (rule === undefined) return NO_RULE
  let decision = ALWAYS_ON
  for (const controlName of rule.controls) {
    const control = practices.controls[controlName]
    if (control === undefined || !isAsked(control)) continue
    const verdict = verdictOf(controlName, control, context, type.since ?? 1)
    decision = combine(decision, controlName, control, verdict)
    if (!decision.collect) break
  }
  return decision
}

/**
 * Whether a data type (such as `usage.IMSent`) is collected, and because of what. Pure and total: malformed settings
 * count as the strictest, an unknown data type or client is not collected (census excepted, which is always on).
 * The first rule that applies counts; its first control that forbids decides, else its last one.
 */
export const decide = (practices: DevicePractices, dataType: string, context: DecisionContext): Decision =>
  decideBy(() => true, practices, dataType, context)

/**
 * The same question asked by the service, which does not see what the device alone holds (the user's choice, the
 * device's own error reporting values): those controls are taken as allowing, since the device has decided on them.
 */
export const decideAtService = (
  practices: DevicePractices,
  dataType: string,
  context: DecisionContext,
): Decision => decideBy(({ heldBy }) => heldBy === 'service', practices, dataType, context)
