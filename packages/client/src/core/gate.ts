import {
  DATA_CATEGORIES,
  decide,
  isObject,
  type DataCategory,
  type Decision,
  type DecisionBasis,
  type DecisionContext,
  type DevicePractices,
  type Settings,
} from '@candor/practices'

import type { DeviceSettings } from './candor-options.js'
import type { Consents } from './consent.js'
import type { Circumstances, KeptReport } from './kept-report.js'
import type { Policies } from './policies.js'

/** The practices' decisions, under the settings and the choice that hold for a report's origin and user. */
export interface Gate {
  decide(dataType: string, circumstances: Circumstances): Decision
  /**
   * The data types, such as error.ErrorLog, that a choice control governs and that the user's consent is too old for,
   * whatever the other controls say meanwhile.
   */
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

/** Whether the service holds what forbids: neither a person, nor the device's own settings. */
const mayServiceLoosen = (
  { control, source }: Decision,
  { controls }: DevicePractices,
  { settings = {} }: DeviceSettings,
): boolean => {
  const own = settings[control ?? '']
  return controls[control ?? '']?.heldBy === 'service' && !(isObject(own) && Object.hasOwn(own, source))
}

/** What decisions are made on, by a report's origin and user. */
const createContext =
  ({ device, policies, consents }: Parts) =>
  ({ head, user, site }: Circumstances): DecisionContext => {
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

/** The gate of the practices on this device. */
export const createGate = (parts: Parts): Gate => {
  const { practices, device } = parts
  const { controls, dataTypes } = practices
  const contextOf = createContext(parts)
  /** The decisions by data type; default: all of the lane, under all controls. */
  const decideEach = (
    category: DataCategory,
    circumstances: Circumstances,
    names: object = dataTypes[category],
    by: DevicePractices = practices,
  ) => {
    const context = contextOf(circumstances)
    return Object.keys(names).map((name) => ({ name, ...decide(by, `${category}.${name}`, context) }))
  }
  return {
    decide: (dataType, circumstances) => decide(practices, dataType, contextOf(circumstances)),
    uncovered: (control, circumstances) => {
      const alone = controls[control]
      const by = { ...practices, controls: alone ? { [control]: alone } : {} }
      return DATA_CATEGORIES.flatMap((category) =>
        decideEach(category, circumstances, undefined, by).flatMap(({ name, reason }) =>
          reason === 'consent-outdated' ? `${category}.${name}` : [],
        ),
      )
    },
    isPolicyNeeded: (circumstances) =>
      (['usage', 'error'] as const).some((category) =>
        decideEach(category, circumstances).some(
          (decision) => decision.collect || mayServiceLoosen(decision, practices, device),
        ),
      ),
    collected: (category, circumstances) =>
      decideEach(category, circumstances).flatMap(({ name, collect }) => (collect ? name : [])),
    allowed: (category, report) => {
      const { data } = report
      const decisions = decideEach(category, report, data)
      const left = decisions.filter(({ collect }) => collect)
      if (left.length === decisions.length) return report
      // A user alone is no report.
      if (left.every(({ name }) => dataTypes[category][name]?.kind === 'service-hashed-user-id'))
        return undefined
      return { ...report, data: Object.fromEntries(left.map(({ name }) => [name, data[name]])) }
    },
    basis: (category, report) => {
      const decisions = decideEach(category, report, report.data)
      const { control, source = '', detail } = decisions.find((each) => each.detail) ?? { ...decisions[0] }
      return control ? { control, source, ...(detail && { detail }) } : undefined
    },
  }
}
