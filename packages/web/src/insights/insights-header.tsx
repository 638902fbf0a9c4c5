import { NativeSelect, SegmentedControl } from '@mantine/core'
import type { ReactElement } from 'react'

import type { Product } from '../api/products.js'
import { useAddress } from '../app/use-address.js'
import { useQuery } from '../app/use-query.js'
import { useWording } from '../language/wording.js'
import classes from './insights.module.css'
import { DEFAULT_PERIOD, PERIODS, type Period } from './period.js'

const SHOWN_FINGERPRINT_LENGTH = 16

const ProductLine = ({ product }: { readonly product: Product }): ReactElement => {
  const { insights } = useWording().messages
  const practices = useAddress('practices')
  const { fingerprint } = product
  return (
    <p className={classes['version']}>
      <a href={practices}>{insights.version(product.version)}</a>, {insights.fingerprint}{' '}
      <code translate="no" title={fingerprint}>
        {fingerprint.slice(0, SHOWN_FINGERPRINT_LENGTH)}
      </code>
    </p>
  )
}

/** Which product, and over which days. Both stand in the address. */
export const InsightsHeader = ({
  products,
  product,
  period,
}: {
  readonly products: readonly Product[]
  readonly product: Product
  readonly period: Period
}): ReactElement => {
  const { messages, format } = useWording()
  const { insights } = messages
  const [, change] = useQuery()
  return (
    <div className={classes['header']}>
      <div>
        {products.length > 1 ? (
          <NativeSelect
            label={insights.product}
            value={product.product}
            onChange={({ currentTarget }) => change({ product: currentTarget.value })}
            data={products.map(({ product: value, name }) => ({ value, label: name[format.language] }))}
          />
        ) : (
          <p className={classes['product']}>{product.name[format.language]}</p>
        )}
        <ProductLine product={product} />
      </div>
      <SegmentedControl
        aria-label={insights.period}
        value={String(period)}
        onChange={(days) => change({ days: days === String(DEFAULT_PERIOD) ? undefined : days })}
        data={PERIODS.map((days) => ({ value: String(days), label: insights.days(days) }))}
      />
    </div>
  )
}
