import { NativeSelect, Skeleton } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTexts } from '../admin/language.js'
import { products, type Product } from '../api/products.js'
import { usePolled } from '../api/use-polled.js'
import { PageHead } from '../admin/parts/page-head.js'
import { useAddress } from '../app/use-address.js'
import { usePathname, useQuery } from '../app/use-query.js'
import { useWording } from '../language/wording.js'
import { ProblemNote } from '../parts/problem-note.js'
import { CensusPage } from './census/census-page.js'
import { ErrorsPage } from './errors/errors-page.js'
import { OverviewPage } from './overview/overview-page.js'
import { CENSUS_TEXTS } from './texts/census.js'
import { COMMON_TEXTS } from './texts/common.js'
import { ERRORS_TEXTS } from './texts/errors.js'
import { OVERVIEW_TEXTS } from './texts/overview.js'
import { USAGE_TEXTS } from './texts/usage.js'
import { UsagePage } from './usage/usage-page.js'
import { SavedViews } from './view/saved-views.js'
import { INSIGHT_PAGES, InsightLink, insightPageOf, type InsightPage } from './view/insight-link.js'
import classes from './view/view.module.css'

const CONTENTS = { overview: OverviewPage, census: CensusPage, usage: UsagePage, errors: ErrorsPage } as const
const LEADS = {
  overview: OVERVIEW_TEXTS,
  census: CENSUS_TEXTS,
  usage: USAGE_TEXTS,
  errors: ERRORS_TEXTS,
} as const

const SHOWN_FINGERPRINT_LENGTH = 16

const Navigation = ({ page }: { readonly page: InsightPage }): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  return (
    <nav aria-label={texts.navigation} className={classes['navigation']}>
      <ul>
        {INSIGHT_PAGES.map((each) => (
          <li key={each}>
            <InsightLink page={each} current={each === page ? 'yes' : 'no'}>
              {texts.pages[each]}
            </InsightLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const ProductChoice = ({
  list,
  product,
}: {
  readonly list: readonly Product[]
  readonly product: Product
}): ReactElement => {
  const { messages, format } = useWording()
  const texts = useTexts(COMMON_TEXTS)
  const practices = useAddress('practices')
  const [, change] = useQuery()
  const { fingerprint } = product
  return (
    <div className={classes['product']}>
      {list.length > 1 ? (
        <NativeSelect
          aria-label={messages.insights.product}
          value={product.product}
          onChange={({ currentTarget }) =>
            // What is filtered and broken down by belongs to the product that was left.
            change({
              product: currentTarget.value,
              by: undefined,
              where: undefined,
              show: undefined,
              series: undefined,
            })
          }
          data={list.map(({ product: value, name }) => ({ value, label: name[format.language] }))}
        />
      ) : (
        <strong>{product.name[format.language]}</strong>
      )}
      <span>
        <a href={practices}>{texts.version(product.version)}</a>, {texts.fingerprint}{' '}
        <code translate="no" title={fingerprint}>
          {fingerprint.slice(0, SHOWN_FINGERPRINT_LENGTH)}
        </code>
      </span>
    </div>
  )
}

/** The insights: the page of the address, of a product. */
export const InsightsPage = (): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const page = insightPageOf(usePathname())
  const { lead } = useTexts<{ readonly lead: string }>(LEADS[page])
  const [query] = useQuery()
  const known = usePolled('/api/products', products)
  const list = known.kind === 'shown' ? known.value.products : []
  const asked = query.get('product') ?? undefined
  const product = list.find(({ product: id }) => id === asked) ?? (asked === undefined ? list[0] : undefined)
  // A product that the address names is asked for at once, before it is known whether there is such a one.
  const shown = product?.product ?? asked
  const Content = CONTENTS[page]
  const title = page === 'overview' ? texts.insights : texts.pages[page]
  return (
    <div className={classes['page']}>
      <Navigation page={page} />
      <div className={classes['head']}>
        <PageHead key={page} title={title} lead={lead} />
        {product === undefined ? null : <ProductChoice list={list} product={product} />}
      </div>
      {product === undefined ? null : <SavedViews key={product.product} product={product.product} />}
      {known.kind === 'failed' ? <ProblemNote problem={known.problem} /> : null}
      {known.kind === 'loading' && shown === undefined ? <Skeleton height={80} /> : null}
      {shown === undefined || known.kind === 'failed' ? null : (
        <Content key={`${page} ${shown}`} product={shown} />
      )}
    </div>
  )
}
