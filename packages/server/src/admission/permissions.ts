import {
  decideAtService,
  type DataCategory,
  type DevicePractices,
  type ParsedEnvelope,
} from '@candor/practices'
import type { SettingsInForce } from '../control-plane/settings-in-force.js'

/** Whether a data type of an envelope may be collected under the settings in force. */
export type Permission = (name: string) => boolean

/** Finds the permissions for an envelope of a category. */
export type Permissions = (category: DataCategory, envelope: ParsedEnvelope) => Permission

const MOST_KEPT = 10_000

const always: Permission = () => true

/**
 * Answers from decisions made before, as long as the settings stay the same: what decides is the client, the system,
 * the organisation and the pool, of which there are few. At most 10 000 such combinations are kept.
 */
export const createPermissions = (
  practices: DevicePractices,
  settings: Pick<SettingsInForce, 'revision' | 'inForce'>,
): Permissions => {
  let revision = settings.revision()
  const kept = new Map<string, Map<string, boolean>>()
  return (category, envelope) => {
    if (category === 'census') return always
    if (settings.revision() !== revision || kept.size > MOST_KEPT) kept.clear()
    revision = settings.revision()
    const { client, os, org = '', pool = '' } = envelope
    const combination = `${category}\n${client}\n${os}\n${org}\n${pool}`
    const answers = kept.get(combination) ?? new Map<string, boolean>()
    kept.set(combination, answers)
    return (name) => {
      const known = answers.get(name)
      if (known !== undefined) return known
      const inForce = settings.inForce({ product: practices.product, org, pool })
      const { collect } = decideAtService(practices, `${category}.${name}`, { client, os, ...inForce })
      answers.set(name, collect)
      return collect
    }
  }
}
