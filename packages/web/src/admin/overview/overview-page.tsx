import { NativeSelect } from '@mantine/core'
import { useCallback, type ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import { PolledView } from '../../parts/polled-view.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import { AdminLink } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { useOrganisation, usePools, useProducts } from '../parts/choices.js'
import { OrganisationChooser, ProductChooser } from '../parts/choosers.js'
import { isolated } from '../parts/name.js'
import { PageHead } from '../parts/page-head.js'
import { CategoryTables } from './category-tables.js'
import { OVERVIEW_TEXTS } from './texts.js'

const PoolChooser = ({ organisation }: { readonly organisation: string }): ReactElement | null => {
  const texts = useTexts(OVERVIEW_TEXTS)
  const [query, change] = useQuery()
  const pools = usePools(organisation)
  if (pools.length === 0) return null
  return (
    <NativeSelect
      label={texts.pool}
      value={query.get('pool') ?? ''}
      onChange={({ currentTarget: { value } }) => change({ pool: value === '' ? undefined : value })}
      data={[
        { value: '', label: texts.noPool },
        ...pools.map(({ fqdn }) => ({ value: fqdn, label: isolated(fqdn) })),
      ]}
    />
  )
}

const Decisions = ({
  product,
  organisation,
}: {
  readonly product: string
  readonly organisation: string
}): ReactElement => {
  const [query] = useQuery()
  const pool = query.get('pool') ?? ''
  const ask: Ask<Shape<'Overview'>> = useCallback(
    (api, signal) =>
      api.GET('/api/overview', {
        params: { query: { product, organisation, ...(pool !== '' && { pool }) } },
        signal,
      }),
    [product, organisation, pool],
  )
  const { polled } = useAsked(ask)
  return (
    <PolledView polled={polled} skeletonHeight={560}>
      {({ cells }) => <CategoryTables cells={cells} product={product} />}
    </PolledView>
  )
}

/** What is collected right now, by category and client, and by whose decision. */
export const OverviewPage = (): ReactElement => {
  const texts = useTexts(OVERVIEW_TEXTS)
  const { all, chosen } = useProducts()
  const organisation = useOrganisation()
  const query = { organisation: organisation === '' ? undefined : organisation, product: chosen?.product }
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      <div className={classes['row']}>
        {chosen === undefined ? null : <ProductChooser all={all} chosen={chosen} />}
        <OrganisationChooser forgets={['pool']} />
        <PoolChooser organisation={organisation} />
      </div>
      {chosen === undefined ? null : <Decisions product={chosen.product} organisation={organisation} />}
      <p className={classes['actions']}>
        <AdminLink path="/admin/settings" query={query}>
          {texts.change}
        </AdminLink>
        <AdminLink path="/admin/explain" query={query}>
          {texts.explain}
        </AdminLink>
      </p>
    </div>
  )
}
