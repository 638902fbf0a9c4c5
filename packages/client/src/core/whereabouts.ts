import { isOrganisation, practicesId, type DataCategory, type Meeting } from '@candor/practices'

import type { Client } from './client.js'
import type { Circumstances } from './kept-report.js'

/** A name that is a registered one; any other is counted and left out. */
const named = (name: string | undefined, { count }: Client): string | undefined => {
  if (name === undefined || isOrganisation(name)) return name
  count('origin-refused')
  return undefined
}

/** The meeting as reports name it. */
export const meetingOf = (client: Client, meeting: Meeting | undefined): Meeting => ({
  pool: named(meeting?.pool, client),
  site: typeof meeting?.site === 'string' ? meeting.site : undefined,
})

/** The organisation that the app gave. */
export const organisationOf = (client: Client): string | undefined => named(client.options.org, client)

/** Whether a user's own choice governs the usage of the client, so that the device keeps its reports apart by user. */
const isUsagePersonal = ({ practices: { rules, controls }, options: { client } }: Client): boolean =>
  rules.some(
    (rule) =>
      rule.categories.includes('usage') &&
      (!rule.clients || rule.clients.includes(client)) &&
      rule.controls.some((name) => controls[name]?.kind === 'choice'),
  )

/** What a report of a lane is made under now: no organisation and pool in census. */
export const here = (client: Client, category: DataCategory): Circumstances => {
  const { practices, platform, options, state } = client
  const user = state.user?.key
  const app = { practices: practicesId(practices), client: options.client, os: options.os ?? platform.os }
  if (category === 'census') return { head: app, user }
  const { org, meeting } = state
  const head = { ...app, org, pool: meeting?.pool }
  const isPersonal = category === 'error' || isUsagePersonal(client)
  return { head, site: meeting?.site, ...(isPersonal && { user }) }
}
