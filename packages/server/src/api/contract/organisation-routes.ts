import { Type } from 'typebox'
import { roles, rolesAndAdmins } from './access.js'
import type { Contract } from './route.js'
import {
  Count,
  exactly,
  Instant,
  OrganisationName,
  OrganisationOrDeployment,
  PoolName,
  Revision,
  SiteName,
  text,
} from './shapes.js'

const TAG = 'organisations'

const Facts = {
  label: text(200, 'What people call it'),
  cloud: text(64, 'One of the clouds of /v1/endpoints'),
  hosting: Type.Enum(['online', 'on-premises']),
}

export const Organisation = exactly({
  name: OrganisationName,
  ...Facts,
  sites: Count,
  pools: Count,
  settings: Count,
  createdAt: Instant,
  revision: Revision,
})
export const Site = exactly({
  organisation: OrganisationOrDeployment,
  name: SiteName,
  pools: Count,
  revision: Revision,
})
export const Pool = exactly({
  fqdn: PoolName,
  organisation: OrganisationOrDeployment,
  site: SiteName,
  revision: Revision,
})

const READERS = ['operator', 'privacy-officer', 'auditor'] as const
const ofOrganisation = {
  query: exactly({ organisation: Type.Optional(OrganisationOrDeployment) }),
  tag: TAG,
} as const
const named = { params: exactly({ organisation: OrganisationName }), tag: TAG } as const

/** Organisations, their sites and pools. */
export const ORGANISATION_ROUTES = {
  listOrganisations: {
    method: 'GET',
    path: '/api/organisations',
    tag: TAG,
    summary: 'Organisations; an organisation admin sees their own',
    access: rolesAndAdmins('answer', ...READERS),
    answer: exactly({ organisations: Type.Array(Organisation) }),
  },
  readOrganisation: {
    ...named,
    method: 'GET',
    path: '/api/organisations/:organisation',
    summary: 'An organisation',
    access: rolesAndAdmins('params', ...READERS),
    answer: Organisation,
  },
  createOrganisation: {
    method: 'POST',
    path: '/api/organisations',
    tag: TAG,
    summary: 'Register an organisation',
    access: roles('operator'),
    body: exactly({ name: OrganisationName, ...Facts }),
    status: 201,
    answer: Organisation,
  },
  changeOrganisation: {
    ...named,
    method: 'PUT',
    path: '/api/organisations/:organisation',
    summary: 'Change what an organisation is called, its cloud and its hosting',
    access: roles('operator'),
    body: exactly(Facts),
    answer: Organisation,
    revision: 'checked',
  },
  removeOrganisation: {
    ...named,
    method: 'DELETE',
    path: '/api/organisations/:organisation',
    summary: 'Remove an organisation that has no sites, pools, settings or admins left',
    access: roles('operator'),
    status: 204,
  },
  listSites: {
    ...ofOrganisation,
    method: 'GET',
    path: '/api/sites',
    summary: 'Sites, of an organisation or of all',
    access: rolesAndAdmins('query', ...READERS),
    answer: exactly({ sites: Type.Array(Site) }),
  },
  createSite: {
    method: 'POST',
    path: '/api/sites',
    tag: TAG,
    summary: 'Add a site',
    access: rolesAndAdmins('body', 'operator'),
    body: exactly({ organisation: OrganisationOrDeployment, name: SiteName }),
    status: 201,
    answer: Site,
  },
  removeSite: {
    method: 'DELETE',
    path: '/api/sites',
    tag: TAG,
    summary: 'Remove a site that has no pools left',
    access: rolesAndAdmins('query', 'operator'),
    query: exactly({ organisation: OrganisationOrDeployment, name: SiteName }),
    status: 204,
  },
  listPools: {
    ...ofOrganisation,
    method: 'GET',
    path: '/api/pools',
    summary: 'Pools, of an organisation or of all',
    access: rolesAndAdmins('query', ...READERS),
    answer: exactly({ pools: Type.Array(Pool) }),
  },
  putPool: {
    method: 'PUT',
    path: '/api/pools',
    tag: TAG,
    summary:
      'Register a pool, or change its site; its site is added where it is new. An admin adds pools below their own registered name alone',
    access: rolesAndAdmins('body', 'operator'),
    body: exactly({ fqdn: PoolName, organisation: Type.Optional(OrganisationOrDeployment), site: SiteName }),
    answer: exactly({ registered: Pool }),
    revision: 'checked',
  },
  removePool: {
    method: 'DELETE',
    path: '/api/pools/:fqdn',
    tag: TAG,
    summary: 'Remove a pool of an organisation; the settings at its scope stay',
    access: rolesAndAdmins('query', 'operator'),
    params: exactly({ fqdn: PoolName }),
    query: exactly({ organisation: OrganisationOrDeployment }),
    status: 204,
  },
} as const satisfies Contract
