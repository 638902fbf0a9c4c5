import type { BooleanControl } from '../control.js'
import type { DevicePractices, Untexted } from '../practices.js'
import { registryPlaceOf, type RegistryPlace } from './registry-places.js'

/** The levels of Group Policy: the whole machine, or the user who is signed in. */
export const POLICY_LEVELS = ['machine', 'user'] as const

/** A level of Group Policy. */
export type PolicyLevel = (typeof POLICY_LEVELS)[number]

/** A yes-or-no control that Group Policy can set on a device. */
export interface PolicyControl {
  readonly name: string
  readonly control: Untexted<BooleanControl>
  /** The levels that the control has as scopes held by the device; never empty. */
  readonly levels: readonly PolicyLevel[]
  readonly place: RegistryPlace
}

const levelsOf = (control: Untexted<BooleanControl>): readonly PolicyLevel[] =>
  POLICY_LEVELS.filter((level) =>
    control.scopes.some((scope) => 'name' in scope && scope.name === level && scope.heldBy === 'device'),
  )

/** The controls of the practices that Group Policy can set, in their order. */
export const policyControlsOf = (
  practices: Pick<DevicePractices, 'product' | 'controls'>,
): readonly PolicyControl[] =>
  Object.entries(practices.controls).flatMap(([name, control]) => {
    if (control.kind !== 'boolean') return []
    const levels = levelsOf(control)
    return levels.length === 0
      ? []
      : [{ name, control, levels, place: registryPlaceOf(practices.product, name) }]
  })
