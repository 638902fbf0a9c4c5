import type { DevicePractices } from '@candor/practices'
import {
  ERROR_REPORTING_PLACES,
  policyControlsOf,
  type PolicyLevel,
  type RegistryPlace,
} from '@candor/practices/admx'

import { showTrouble } from '../faults.js'
import type { LevelPolicy } from '../group-policy.js'
import type { PolicyWarning } from '../warnings.js'
import type { FoundValue, HiveReading, RegistryLookup } from './found-value.js'

/** The registry's way to say yes or no; anything else stays as it is, and is malformed. */
const settingOf = (found: FoundValue): unknown => {
  if (found === 0) return false
  return found === 1 ? true : found
}

const nameOf = (hive: string, { key, valueName }: RegistryPlace): string => `${hive}\\${key}\\${valueName}`

/** The highest number that each value of Windows Error Reporting can be; decide() refuses what is beyond. */
const HIGHEST = { Disabled: 1, DontSendAdditionalData: 1, DefaultConsent: 4 } as const

const errorReportingOf = (hive: string, lookup: RegistryLookup) => {
  const values: Record<string, FoundValue> = {}
  const warnings: PolicyWarning[] = []
  for (const { name, places } of ERROR_REPORTING_PLACES) {
    const place = places.find(({ key, valueName }) => lookup(key, valueName) !== undefined)
    const found = place === undefined ? undefined : lookup(place.key, place.valueName)
    if (place === undefined || found === undefined) continue
    values[name] = found
    if (typeof found === 'string' || found > HIGHEST[name])
      warnings.push({ code: 'malformed-value', where: nameOf(hive, place), what: String(found) })
  }
  return { values, warnings }
}

const controlsOf = (
  practices: DevicePractices,
  level: PolicyLevel,
  { hive, lookup }: Extract<HiveReading, { kind: 'read' }>,
) => {
  const values: Record<string, unknown> = {}
  const warnings: PolicyWarning[] = []
  for (const { name, levels, place } of policyControlsOf(practices)) {
    const found = levels.includes(level) ? lookup(place.key, place.valueName) : undefined
    if (found === undefined) continue
    const value = settingOf(found)
    values[name] = value
    if (typeof value !== 'boolean')
      warnings.push({ code: 'malformed-value', where: nameOf(hive, place), what: String(found) })
  }
  return { values, warnings }
}

/** The text that stands for every value of a source that could not be read: malformed wherever it is looked at. */
export const unreadableValues = (
  practices: DevicePractices,
  level: PolicyLevel,
  text: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    policyControlsOf(practices)
      .filter(({ levels }) => levels.includes(level))
      .map(({ name }) => [name, text]),
  )

/** What a hive says about a level. A hive that could not be read counts as the strictest everywhere, visibly. */
export const registryPolicy = (
  practices: DevicePractices,
  level: PolicyLevel,
  reading: HiveReading,
): LevelPolicy => {
  if (reading.kind === 'unreadable') {
    const { hive, trouble } = reading
    const text = showTrouble(hive, trouble)
    return {
      values: unreadableValues(practices, level, text),
      watson: text,
      warnings: [{ code: 'unreadable-registry', where: hive, ...trouble }],
    }
  }
  const controls = controlsOf(practices, level, reading)
  const watson = errorReportingOf(reading.hive, reading.lookup)
  return {
    values: controls.values,
    watson: watson.values,
    warnings: [...controls.warnings, ...watson.warnings],
  }
}

/** The keys of a hive that hold what the practices read, each once. */
export const policyKeys = (practices: DevicePractices): readonly string[] => [
  ...new Set([
    ...policyControlsOf(practices).map(({ place }) => place.key),
    ...ERROR_REPORTING_PLACES.flatMap(({ places }) => places.map(({ key }) => key)),
  ]),
]
