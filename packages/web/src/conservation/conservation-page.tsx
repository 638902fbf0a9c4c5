import { NativeSelect, Skeleton, Text, Title } from '@mantine/core'
import type { ReactElement } from 'react'

import { products, type Product } from '../api/products.js'
import { usePolled } from '../api/use-polled.js'
import { useQuery } from '../app/use-query.js'
import { useWording } from '../language/wording.js'
import { ProblemNote } from '../parts/problem-note.js'
import { ConservationWords } from './conservation-words.js'
import classes from './conservation.module.css'
import { ProductBalance } from './product-balance.js'

/** Stands for all products in the choice; no product has that name, since theirs begin with a letter. */
const ALL = '*'

const ProductChoice = ({
  all,
  chosen,
}: {
  readonly all: readonly Product[]
  readonly chosen: Product | undefined
}): ReactElement => {
  const { messages, format } = useWording()
  const [, change] = useQuery()
  const each = all.map(({ product: value, name }) => ({ value, label: name[format.language] }))
  return (
    <NativeSelect
      className={classes['choice']}
      label={messages.insights.product}
      value={chosen?.product ?? ALL}
      onChange={({ currentTarget: { value } }) => change({ product: value === ALL ? undefined : value })}
      data={[{ value: ALL, label: messages.conservation.allProducts }, ...each]}
    />
  )
}

/** What became of every report, by product and lane, live; `?product=` shows one product alone. */
export const ConservationPage = (): ReactElement => {
  const { conservation } = useWording().messages
  const [query] = useQuery()
  const known = usePolled('/api/products', products)
  const all = known.kind === 'shown' ? known.value.products : []
  const chosen = all.find(({ product }) => product === query.get('product'))
  const shown = chosen === undefined ? all : [chosen]
  return (
    <div className={classes['page']}>
      <div className={classes['opening']}>
        <Title order={1} className={classes['title']}>
          {conservation.title}
        </Title>
        <Text className={classes['lead']}>{conservation.law}</Text>
      </div>
      {known.kind === 'failed' ? <ProblemNote problem={known.problem} /> : null}
      {known.kind === 'loading' ? <Skeleton height={190} /> : null}
      {all.length > 1 ? <ProductChoice all={all} chosen={chosen} /> : null}
      {shown.map((product) => (
        <ProductBalance key={product.product} product={product} />
      ))}
      <ConservationWords />
    </div>
  )
}
