import { CandorError, isOrganisation, type EndpointList } from '@candor/practices'
import type { ControlPlane } from '../../control-plane/open-control-plane.js'
import {
  changeOrganisation,
  createOrganisation,
  listOrganisations,
  readOrganisation,
  removeOrganisation,
} from '../../control-plane/organisations.js'
import {
  createSite,
  listPools,
  listSites,
  putPool,
  removePool,
  removeSite,
  type KnownPool,
} from '../../control-plane/places.js'
import { parsePool } from '../../control-plane/pool.js'
import type { Pool } from '../../control-plane/settings-table.js'
import type { Principal } from '../../people/principal.js'
import type { Handlers } from '../call.js'
import type { ORGANISATION_ROUTES } from '../contract/organisation-routes.js'

/** What the routes of organisations need. */
export interface OrganisationParts {
  readonly controlPlane: ControlPlane
  readonly endpoints: EndpointList
  /** Makes a change count everywhere, before it is answered. */
  readonly onChanged: () => Promise<void>
}

const nameIn = (text: string): string => {
  if (!isOrganisation(text)) throw new CandorError('CANDOR_SETTING_REFUSED', { field: 'organisation' })
  return text.toLowerCase()
}

const placeIn = (text: string): string => (text === '' ? '' : nameIn(text))

/** An admin takes no pool that is another's, and adds those below their own registered name alone. Throws CANDOR_ROLE_FORBIDS. */
const requireMayTake = (principal: Principal, pool: Pool, found: KnownPool | undefined): void => {
  if (principal.kind === 'nobody' || principal.role !== 'organisation-admin') return
  const isTheirs =
    found === undefined
      ? pool.fqdn.endsWith(`.${pool.organisation}`)
      : found.organisation === pool.organisation
  if (!isTheirs) throw new CandorError('CANDOR_ROLE_FORBIDS', { pool: 'not theirs' })
}

type Routes = Handlers<typeof ORGANISATION_ROUTES>
type PlaceRoutes = 'listSites' | 'createSite' | 'removeSite' | 'listPools' | 'putPool' | 'removePool'

const placeHandlers = ({ controlPlane, onChanged }: OrganisationParts): Pick<Routes, PlaceRoutes> => {
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work
    await onChanged()
    return result
  }
  return {
    listSites: async ({ query }) => ({
      sites: await listSites(controlPlane, query.organisation?.toLowerCase()),
    }),
    createSite: async ({ body, by }) =>
      counted(createSite(controlPlane, { organisation: placeIn(body.organisation), name: body.name }, by)),
    removeSite: async ({ query, by }) => {
      const site = { organisation: placeIn(query.organisation), name: query.name }
      await counted(removeSite(controlPlane, site, by))
      return undefined
    },
    listPools: async ({ query }) => ({
      pools: await listPools(controlPlane, query.organisation?.toLowerCase()),
    }),
    putPool: async ({ principal, body, by, seen }) => {
      const pool = parsePool(body)
      if (pool.kind === 'refused') throw new CandorError(pool.code, { field: pool.field ?? 'pool' })
      const mayTake = (found: KnownPool | undefined): void => requireMayTake(principal, pool.value, found)
      return { registered: await counted(putPool(controlPlane, pool.value, by, { seen, mayTake })) }
    },
    removePool: async ({ params, query, by }) => {
      const pool = { fqdn: params.fqdn.toLowerCase(), organisation: placeIn(query.organisation) }
      await counted(removePool(controlPlane, pool, by))
      return undefined
    },
  }
}

/** Throws CANDOR_SETTING_REFUSED for a cloud that the list of endpoints does not have. */
const requireCloud = ({ clouds }: EndpointList, cloud: string): void => {
  if (!Object.hasOwn(clouds, cloud)) throw new CandorError('CANDOR_SETTING_REFUSED', { field: 'cloud' })
}

/** Organisations, sites and pools. */
export const organisationHandlers = (parts: OrganisationParts): Routes => {
  const { controlPlane, endpoints } = parts
  return {
    ...placeHandlers(parts),
    listOrganisations: async ({ principal }) => {
      const all = await listOrganisations(controlPlane)
      const own = principal.kind === 'nobody' ? null : principal.organisation
      return { organisations: all.filter(({ name }) => own === null || name === own) }
    },
    readOrganisation: async ({ params }) => readOrganisation(controlPlane, nameIn(params.organisation)),
    createOrganisation: async ({ body, by }) => {
      requireCloud(endpoints, body.cloud)
      return createOrganisation(controlPlane, nameIn(body.name), body, by)
    },
    changeOrganisation: async ({ params, body, by, seen }) => {
      requireCloud(endpoints, body.cloud)
      return changeOrganisation(controlPlane, nameIn(params.organisation), body, by, seen)
    },
    removeOrganisation: async ({ params, by }) =>
      removeOrganisation(controlPlane, nameIn(params.organisation), by) as Promise<undefined>,
  }
}
