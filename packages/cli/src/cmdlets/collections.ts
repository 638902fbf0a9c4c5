import type { BooleanControl } from '@candor/practices'
import { showScope } from '../policy/parse-scope.js'
import { EVERY_SCOPE, type KeptSetting } from '../policy/settings-port.js'
import { standingAt, type Standing } from '../policy/standing.js'
import { CONTROL } from './cmdlet.js'

/** The identity of the collection that always exists. */
export const GLOBAL = 'global'

/** The settings of a scope, as a cmdlet shows them. */
export interface Collection {
  readonly identity: string
  readonly standing: Standing
}

/** The scopes that have a collection of an organisation's own. */
export const identitiesOf = (settings: readonly KeptSetting[], organisation: string): readonly string[] =>
  settings
    .filter((setting) => setting.organisation === organisation && setting.control === CONTROL)
    .map(({ scope }) => scope)
    .filter((scope) => scope !== EVERY_SCOPE && scope !== GLOBAL)

/** Wider scopes come first. */
const widthOf = (control: BooleanControl, identity: string): number =>
  -control.scopes.findIndex((scope) => identity.startsWith(showScope(scope).replace(/<.*/, '')))

/** The collections of an organisation: global, then those of sites, then those of pools. */
export const listCollections = (
  control: BooleanControl,
  settings: readonly KeptSetting[],
  organisation: string,
): readonly Collection[] => {
  const others = identitiesOf(settings, organisation).toSorted(
    (one, other) => widthOf(control, one) - widthOf(control, other) || one.localeCompare(other),
  )
  return [GLOBAL, ...others].map((identity) => ({
    identity,
    standing: standingAt(control, settings, { organisation, control: CONTROL, scope: identity }),
  }))
}
