import { isOrganisation, type Parsed } from '@candor/practices'
import { SITE } from './setting.js'
import type { Pool } from './settings-table.js'

/** A pool in a request body: its host name, the organisation whose admins set its scopes ('' for the deployment), and its site. */
export const parsePool = (body: unknown): Parsed<Pool> => {
  const { fqdn, organisation = '', site } = (body ?? {}) as Readonly<Record<string, unknown>>
  const refused = (field: string): Parsed<never> => ({
    kind: 'refused',
    code: 'CANDOR_SETTING_REFUSED',
    field,
  })
  if (!isOrganisation(fqdn)) return refused('fqdn')
  if (organisation !== '' && !isOrganisation(organisation)) return refused('organisation')
  if (typeof site !== 'string' || !SITE.test(site)) return refused('site')
  return {
    kind: 'parsed',
    value: { fqdn: fqdn.toLowerCase(), organisation: organisation.toLowerCase(), site },
  }
}
