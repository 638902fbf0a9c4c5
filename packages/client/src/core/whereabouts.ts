import {
  isOrganisation,
  practicesId,
  type DataCategory,
  type DevicePractices,
  type Meeting,
} from '@candor/practices'

import type { CandorOptions } from './candor-options.js'
import type { Count } from './diagnostics.js'
import type { LocalUser } from './identity.js'
import type { Circumstances } from './kept-report.js'
import type { Platform } from './platform.js'

/** Who uses the app and in which meeting: what is recorded is recorded under these. */
export interface Whereabouts {
  readonly user: () => LocalUser | undefined
  signIn(user: LocalUser | undefined): void
  join(meeting: Meeting | undefined): void
  /** What a report of a lane is made under now: no organisation and pool in census. */
  here(category: DataCategory): Circumstances
}

/** Whether a user's own choice governs the usage of a client, so that the device keeps its reports apart by user. */
const isUsagePersonal = ({ rules, controls }: DevicePractices, client: string): boolean =>
  rules.some(
    (rule) =>
      rule.categories.includes('usage') &&
      (!rule.clients || rule.clients.includes(client)) &&
      rule.controls.some((name) => controls[name]?.kind === 'choice'),
  )

/** Keeps who uses the app and where. A name that is no registered name is counted and left out. */
export const createWhereabouts = <P extends DevicePractices>(
  { practices, client, os, org }: CandorOptions<P>,
  platform: Platform,
  count: Count,
): Whereabouts => {
  const named = (name: string | undefined): string | undefined => {
    if (name === undefined || isOrganisation(name)) return name
    count('origin-refused')
    return undefined
  }
  const app = { practices: practicesId(practices), client, os: os ?? platform.os }
  const organisation = named(org)
  const isPersonal = isUsagePersonal(practices, client)
  let user: LocalUser | undefined
  let pool: string | undefined
  let site: string | undefined
  return {
    user: () => user,
    signIn: (next) => {
      user = next
    },
    join: (meeting) => {
      pool = named(meeting?.pool)
      site = typeof meeting?.site === 'string' ? meeting.site : undefined
    },
    here: (category) => {
      if (category === 'census') return { head: app, user: user?.key }
      const head = { ...app, org: organisation, pool }
      return category === 'error' || isPersonal ? { head, site, user: user?.key } : { head, site }
    },
  }
}
