import {
  decide,
  findDataType,
  type DataCategory,
  type Decision,
  type DecisionBasis,
  type DecisionContext,
  type DevicePractices,
  type Settings,
  isObject,
} from '@candor/practices'

import type { DeviceSettings } from './candor-options.js'
import type { Consents } from './consent.js'
import type { Circumstances, KeptReport } from './kept-report.js'
import type { Policies } from './policies.js'
import { uncoveredBy } from './uncovered.js'

/** The practices' decisions, under the settings and the choice that hold for a report's origin and user. */
export interface Gate {
  decide(dataType: string, circumstances: Circumstances): Decision
  /** The data types, such as error.ErrorLog, that a control governs and that the user's consent is too old for. */
  uncovered(control: string, circumstances: Circumstances): readonly string[]
  /** Whether the service could let anything go besides census: not where the device's own settings or a person forbid it all. */
  isPolicyNeeded(circumstances: Circumstances): boolean
  /** The data types of a lane that are collected. */
  collected(category: DataCategory, circumstances: Circumstances): readonly string[]
  /** The report without what is forbidden: the same one where nothing is, undefined where nothing else is left. */
  allowed(category: DataCategory, report: KeptReport): KeptReport | undefined
  /** The decision that a report is made under: of its strictest data type, which is a graded one where there is one. */
  basis(category: DataCategory, report: KeptReport): DecisionBasis | undefined
}

interface Parts {
  readonly practices: DevicePractices
  readonly device: DeviceSettings
  readonly policies: Policies
  readonly consents: Consents
}

/** A malformed setting of the service is left as it is, since it counts as the strictest. */
const withDevice = (settings: Settings, device: Settings): Settings => {
  const merged: Record<string, unknown> = { ...settings }
  for (const [control, values] of Object.entries(device)) {
    const theirs = merged[control] ?? {}
    if (isObject(theirs)) merged[control] = isObject(values) ? { ...theirs, ...values } : values
  }
  return merged
}

type NamedDecision = readonly [string, Decision]

const collectedOf = (decisions: readonly NamedDecision[]): string[] =>
  decisions.flatMap(([name, { collect }]) => (collect ? name : []))

/** Whether the service holds what forbids: neither a person, nor the device's own settings. */
const mayServiceLoosen = (
  { control, source }: Decision,
  { controls }: DevicePractices,
  { settings = {} }: DeviceSettings,
): boolean => {
  const theirs = settings[control ?? '']
  return controls[control ?? '']?.heldBy === 'service' && !(isObject(theirs) && Object.hasOwn(theirs, source))
}

/** The gate of the practices on this device. */
export const createGate = ({ practices, device, policies, consents }: Parts): Gate => {
  const contextOf = ({ head, user, site }: Circumstances): DecisionContext => {
    const policy = policies(head).read()
    return {
      client: head.client,
      os: head.os,
      settings: withDevice(policy?.settings ?? {}, device.settings ?? {}),
      meeting: { pool: head.pool, site, ...policy?.meeting },
      user: consents.chosen(user),
      watson: device.watson,
    }
  }
  const decideAll = (
    category: DataCategory,
    names: object,
    circumstances: Circumstances,
  ): NamedDecision[] => {
    const context = contextOf(circumstances)
    return Object.keys(names).map((name) => [name, decide(practices, `${category}.${name}`, context)])
  }
  return {
    collected: (category, here) => collectedOf(decideAll(category, practices.dataTypes[category], here)),
    decide: (dataType, circumstances) => decide(practices, dataType, contextOf(circumstances)),
    isPolicyNeeded: (circumstances) =>
      (['usage', 'error'] as const).some((category) =>
        decideAll(category, practices.dataTypes[category], circumstances).some(
          ([, decision]) => decision.collect || mayServiceLoosen(decision, practices, device),
        ),
      ),
    uncovered: (control, circumstances) => uncoveredBy(control, practices, contextOf(circumstances)),
    allowed: (category, report) => {
      const decisions = decideAll(category, report.data, report)
      const names = collectedOf(decisions)
      if (names.length === decisions.length) return report
      const isSubject = (name: string): boolean =>
        findDataType(practices, category, name)?.kind === 'service-hashed-user-id'
      if (names.every(isSubject)) return undefined
      return { ...report, data: Object.fromEntries(names.map((name) => [name, report.data[name]])) }
    },
    basis: (category, report) => {
      const decisions = decideAll(category, report.data, report).map(([, decision]) => decision)
      const strictest = decisions.find(({ detail }) => detail) ?? decisions[0]
      if (!strictest?.control) return undefined
      const { control, source, detail } = strictest
      return { control, source, ...(detail && { detail }) }
    },
  }
}
