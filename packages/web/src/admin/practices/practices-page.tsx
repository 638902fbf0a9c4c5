import { useCallback, type ReactElement } from 'react'

import { useAddress } from '../../app/use-address.js'
import { PolledView } from '../../parts/polled-view.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { useProducts } from '../parts/choices.js'
import { ProductChooser } from '../parts/choosers.js'
import { PageHead } from '../parts/page-head.js'
import { VersionDiff } from './version-diff.js'
import { VersionsTable } from './versions-table.js'
import { PRACTICES_TEXTS } from './texts.js'

const VersionsOf = ({ product }: { readonly product: string }): ReactElement => {
  const ask: Ask<{ versions: Shape<'ReviewedVersion'>[] }> = useCallback(
    (api, signal) => api.GET('/api/practices/reviews', { params: { query: { product } }, signal }),
    [product],
  )
  const { polled, askAgain } = useAsked(ask)
  return (
    <PolledView polled={polled} skeletonHeight={320}>
      {({ versions }) => (
        <>
          <VersionsTable product={product} versions={versions} onChanged={askAgain} />
          <VersionDiff product={product} versions={versions.map(({ version }) => version)} />
        </>
      )}
    </PolledView>
  )
}

/** The versions of a product's practices, with their approvals and differences. */
export const PracticesPage = (): ReactElement => {
  const texts = useTexts(PRACTICES_TEXTS)
  const { all, chosen } = useProducts()
  const published = useAddress('practices')
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      <p className={classes['plain']}>
        <a href={published}>{texts.published}</a>
      </p>
      {chosen === undefined ? null : (
        <>
          <ProductChooser all={all} chosen={chosen} />
          <VersionsOf product={chosen.product} />
        </>
      )}
    </div>
  )
}
