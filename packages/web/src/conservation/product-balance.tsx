import { DATA_CATEGORIES } from '@candor/practices'
import { Title } from '@mantine/core'
import type { ReactElement } from 'react'

import { conservation, type Conservation } from '../api/conservation.js'
import type { Product } from '../api/products.js'
import { usePolled } from '../api/use-polled.js'
import { ConservationTable } from '../home/conservation-table.js'
import { RefusedReasons } from '../home/refused-reasons.js'
import { useWording } from '../language/wording.js'
import { EmptyNote } from '../parts/empty-note.js'
import { PolledView } from '../parts/polled-view.js'
import { UpdatedAgo } from '../parts/updated-ago.js'
import classes from './conservation.module.css'

const hasReports = (balances: Conservation): boolean =>
  DATA_CATEGORIES.some((lane) => balances[lane].received > 0)

/** The balance of one product, by lane, asked again while the page is seen. */
export const ProductBalance = ({ product }: { readonly product: Product }): ReactElement => {
  const { messages, format } = useWording()
  const polled = usePolled(`/api/conservation?product=${encodeURIComponent(product.product)}`, conservation)
  const id = `balance-${product.product}`
  return (
    <section aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id} className={classes['product']}>
          {product.name[format.language]}
        </Title>
        {polled.kind === 'shown' ? <UpdatedAgo atMillis={polled.updatedAtMillis} /> : null}
      </div>
      <PolledView polled={polled} skeletonHeight={190}>
        {(value) => (
          <>
            <ConservationTable conservation={value} />
            {hasReports(value) ? null : (
              <EmptyNote title={messages.conservation.emptyTitle} text={messages.conservation.emptyText} />
            )}
            <RefusedReasons conservation={value} />
          </>
        )}
      </PolledView>
    </section>
  )
}
