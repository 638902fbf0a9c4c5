import { DATA_CATEGORIES } from '@candor/practices'
import { Skeleton, Title } from '@mantine/core'
import type { ReactElement } from 'react'

import { products } from '../api/products.js'
import { usePolled } from '../api/use-polled.js'
import { useQuery } from '../app/use-query.js'
import { useWording } from '../language/wording.js'
import { ProblemNote } from '../parts/problem-note.js'
import { CensusSection } from './census-section.js'
import { ErrorSection } from './error-section.js'
import { InsightsHeader } from './insights-header.js'
import classes from './insights.module.css'
import { parsePeriod } from './period.js'
import { UsageSection } from './usage-section.js'

const SECTIONS = { census: CensusSection, usage: UsageSection, error: ErrorSection } as const

/** The insights: census, usage and errors of a product over a period. */
export const InsightsPage = (): ReactElement => {
  const { insights } = useWording().messages
  const [query] = useQuery()
  const known = usePolled('/api/products', products)
  const list = known.kind === 'shown' ? known.value.products : []
  const product = list.find(({ product: id }) => id === query.get('product')) ?? list[0]
  const period = parsePeriod(query.get('days'))
  return (
    <div className={classes['page']}>
      <Title order={1} className={classes['title']}>
        {insights.title}
      </Title>
      {known.kind === 'failed' ? <ProblemNote problem={known.problem} /> : null}
      {known.kind === 'loading' ? <Skeleton height={80} /> : null}
      {product === undefined ? null : (
        <>
          <InsightsHeader products={list} product={product} period={period} />
          {DATA_CATEGORIES.map((category) => {
            const Section = SECTIONS[category]
            return <Section key={category} product={product.product} period={period} />
          })}
        </>
      )}
    </div>
  )
}
