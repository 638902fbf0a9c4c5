import {
  DATA_CATEGORIES,
  decide,
  isObject,
  type DataCategory,
  type Decision,
  type DecisionBasis,
  type DecisionContext,
} from '@candor/practices'

import type { Client, Lane } from './client.js'
import { chosen } from './consent.js'
import type { Circumstances, KeptReport } from './kept-report.js'
import { readPolicy } from './policy.js'

/** What decisions are made on, by a report's origin and user. */
const contextOf = (client: Client, { head, user, site }: Circumstances): DecisionContext => {
  const policy = readPolicy(client, head)
  const { settings = {}, watson } = client.state.own
  const merged: Record<string, unknown> = { ...policy?.settings }
  for (const [control, values] of Object.entries(settings)) {
    const theirs = merged[control] ?? {}
    // A malformed setting of the service is left as it is, since it counts as the strictest.
    if (isObject(theirs)) merged[control] = isObject(values) ? { ...theirs, ...values } : values
  }
  return {
    client: head.client,
    os: head.os,
    settings: merged,
    meeting: { pool: head.pool, site, ...policy?.meeting },
    user: chosen(client, user),
    watson,
  }
}

/** A decision and the data type that it is about. */
interface NamedDecision extends Decision {
  readonly name: string
}

/** The decisions by data type; default: all of the lane, under all controls. */
const decideEach = (
  client: Client,
  category: DataCategory,
  place: Circumstances,
  names: object = client.practices.dataTypes[category],
  practices = client.practices,
): readonly NamedDecision[] => {
  const context = contextOf(client, place)
  return Object.keys(names).map((name) => ({ name, ...decide(practices, `${category}.${name}`, context) }))
}

/** The decision for a data type such as usage.IMSent. */
export const decideOne = (client: Client, dataType: string, place: Circumstances): Decision =>
  decide(client.practices, dataType, contextOf(client, place))

/**
 * The data types, such as error.ErrorLog, that a choice control governs and that the user's consent is too old for,
 * whatever the other controls say meanwhile.
 */
export const uncovered = (client: Client, control: string, place: Circumstances): readonly string[] => {
  const { practices } = client
  const alone = practices.controls[control]
  const by = { ...practices, controls: alone ? { [control]: alone } : {} }
  return DATA_CATEGORIES.flatMap((category) =>
    decideEach(client, category, place, undefined, by).flatMap(({ name, reason }) =>
      reason === 'consent-outdated' ? `${category}.${name}` : [],
    ),
  )
}

/** Whether the policy could let go what is not collected: neither a person forbids it, nor the device's own settings. */
const mayLoosen = ({ practices, state }: Client, { collect, control, source }: Decision): boolean => {
  const own = state.own.settings?.[control ?? '']
  return (
    !collect &&
    practices.controls[control ?? '']?.heldBy === 'service' &&
    !(isObject(own) && Object.hasOwn(own, source))
  )
}

/** Whether the policy of a place could let anything go besides census. */
export const isPolicyNeeded = (client: Client, place: Circumstances): boolean =>
  (['usage', 'error'] as const).some((category) =>
    decideEach(client, category, place).some((decision) => decision.collect || mayLoosen(client, decision)),
  )

/** The data types that are collected at a place; default: of all of the lane. */
export const collectedAt = (lane: Lane, place: Circumstances, names?: object): readonly string[] =>
  decideEach(lane, lane.category, place, names).flatMap(({ collect, name }) => (collect ? name : []))

/** The data types that a policy decides on which is not known yet. */
export const pendingAt = (lane: Lane, place: Circumstances, names?: object): readonly string[] =>
  readPolicy(lane, place.head)
    ? []
    : decideEach(lane, lane.category, place, names).flatMap((decision) =>
        mayLoosen(lane, decision) ? decision.name : [],
      )

/**
 * What may be collected of a value: of an error whose control caps it, no more than its type, since a message and a stack are
 * what the cap calls additional data.
 */
const capped = ({ practices }: Lane, { control, detail }: Decision, value: unknown): unknown => {
  const graded = practices.controls[control ?? '']
  const isCapped =
    graded?.kind === 'graded' && graded.cap.grade === detail && isObject(value) && 'type' in value
  return isCapped && (value['message'] || 'stack' in value) ? { type: value['type'], message: '' } : value
}

/** The report without what is forbidden: the same one where nothing is, undefined where nothing else is left. */
export const allowed = (lane: Lane, report: KeptReport): KeptReport | undefined => {
  const decisions = decideEach(lane, lane.category, report, report.data)
  const data: Record<string, unknown> = {}
  for (const decision of decisions)
    if (decision.collect) data[decision.name] = capped(lane, decision, report.data[decision.name])
  if (decisions.every(({ name }) => report.data[name] === data[name])) return report
  // A user alone is no report.
  return Object.keys(data).every((name) => lane.types[name]?.kind === 'service-hashed-user-id')
    ? undefined
    : { ...report, data }
}

/** The decision that a report is made under: of its strictest data type, which is a graded one where there is one. */
export const basisOf = (lane: Lane, report: KeptReport): DecisionBasis | undefined => {
  const decisions = decideEach(lane, lane.category, report, report.data)
  const { control, source = '', detail } = decisions.find((each) => each.detail) ?? { ...decisions[0] }
  return control ? { control, source, ...(detail && { detail }) } : undefined
}
