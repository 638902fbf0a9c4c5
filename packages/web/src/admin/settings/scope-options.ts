import type { Shape } from '../api/api.js'
import { isolated } from '../parts/name.js'

/** A scope that a setting can stand at. */
export interface ScopeOption {
  readonly value: string
  readonly label: string
}

/**
 * The scopes of a control that are kept by the service: those with a name, and one for each pool and site. An admin of an
 * organisation sets what follows the hosting pool at their own pools and sites alone.
 */
export const scopeOptions = (
  { scopes }: Shape<'ControlDescription'>,
  pools: readonly Shape<'Pool'>[],
  sites: readonly Shape<'Site'>[],
  confined: 'to-own-places' | 'no',
): readonly ScopeOption[] => {
  const namesOf = {
    name: () => [''],
    pool: () => pools.map(({ fqdn }) => fqdn),
    site: () => sites.map(({ name }) => name),
  } as const
  const followsPlaces = scopes.some(({ kind }) => kind !== 'name')
  return scopes
    .filter(({ heldBy }) => heldBy === 'service')
    .filter(({ kind }) => kind !== 'name' || confined === 'no' || !followsPlaces)
    .flatMap(({ kind, identity }) =>
      namesOf[kind]().map((name) => ({ value: `${identity}${name}`, label: isolated(`${identity}${name}`) })),
    )
}
