import { isOrganisation } from '@candor/practices'

import { findPool } from '../world/pools.js'

/** The names of meetings, by which their texts are found too. */
const NAMES = ['review', 'launch', 'retrospective'] as const

/** A meeting that a person was invited to, with where it is hosted. */
export interface Invitation {
  /** Names it in this page. */
  readonly id: string
  readonly name: (typeof NAMES)[number] | 'board'
  readonly pool: string
  readonly site: string
  /** Who hosts it; undefined where nobody knows the pool. */
  readonly host: string | undefined
  /** locked: who tries to join is not let in. */
  readonly door: 'open' | 'locked'
}

const DEFAULT_POOL = 'pool01.contoso.com'
/** As long as any name is shown in full. */
const MAX_SITE = 255

const invite = (fqdn: string, site: string | undefined): Pick<Invitation, 'pool' | 'site' | 'host'> => {
  const known = findPool(fqdn)
  return { pool: fqdn, site: site?.slice(0, MAX_SITE) || (known?.site ?? ''), host: known?.organisation }
}

/**
 * The meetings of an address: one for each `pool` (three at most), at the `site` that stands in the same place, and one that
 * is locked. What is no host name counts as not given; default: a pool of contoso.com.
 */
export const parseInvitations = (query: URLSearchParams): readonly Invitation[] => {
  const sites = query.getAll('site')
  const given = query.getAll('pool').filter(isOrganisation)
  const pools = given.length > 0 ? given : [DEFAULT_POOL]
  const open = NAMES.flatMap((name, at) => {
    const pool = pools[at]
    return pool === undefined
      ? []
      : [{ id: `meeting-${at + 1}`, name, ...invite(pool, sites[at]), door: 'open' as const }]
  })
  const locked = invite(pools[0] ?? DEFAULT_POOL, sites[0])
  return [...open, { id: 'meeting-locked', name: 'board', ...locked, door: 'locked' }]
}
