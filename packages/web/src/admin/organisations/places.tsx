import { Title } from '@mantine/core'
import { useCallback, type ReactElement } from 'react'

import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { PoolsSection } from './pools-section.js'
import { SitesSection } from './sites-section.js'

const MAY_CHANGE: ReadonlySet<Shape<'AccountRole'>> = new Set(['operator', 'organisation-admin'])

/** The sites and pools of an organisation, or of the deployment itself (''). */
export const Places = ({
  organisation,
  title,
}: {
  readonly organisation: string
  readonly title?: string
}): ReactElement => {
  const { role } = useMe()
  const access = MAY_CHANGE.has(role) ? 'change' : 'read'
  const askSites: Ask<{ sites: Shape<'Site'>[] }> = useCallback(
    (api, signal) => api.GET('/api/sites', { params: { query: { organisation } }, signal }),
    [organisation],
  )
  const askPools: Ask<{ pools: Shape<'Pool'>[] }> = useCallback(
    (api, signal) => api.GET('/api/pools', { params: { query: { organisation } }, signal }),
    [organisation],
  )
  const sites = useAsked(askSites)
  const pools = useAsked(askPools)
  const onChanged = (): void => {
    sites.askAgain()
    pools.askAgain()
  }
  return (
    <>
      {title === undefined ? null : <Title order={2}>{title}</Title>}
      <SitesSection organisation={organisation} asked={sites.polled} access={access} onChanged={onChanged} />
      <PoolsSection organisation={organisation} asked={pools.polled} access={access} onChanged={onChanged} />
    </>
  )
}
