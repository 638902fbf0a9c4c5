import { Skeleton } from '@mantine/core'
import { lazy, Suspense, type ReactElement } from 'react'

import type { ChartProps } from './chart.js'

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }))

/** The chart, once the part of the app that draws is there; until then its place is kept. */
export const LazyChart = (props: ChartProps): ReactElement => (
  <Suspense fallback={<Skeleton height={props.height} />}>
    <Chart {...props} />
  </Suspense>
)
