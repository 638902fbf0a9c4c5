import { Skeleton } from '@mantine/core'
import { lazy, Suspense, type ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import notes from '../parts/notes.module.css'
import type { DailyChartProps } from './daily-chart.js'

const DailyChart = lazy(async () => ({ default: (await import('./daily-chart.js')).DailyChart }))

/** The chart, once the part of the app that draws is there; until then its place is kept. */
export const LazyChart = (props: DailyChartProps): ReactElement => {
  const { noneChosen } = useWording().messages.insights
  if (props.series.length === 0) return <p className={notes['aside']}>{noneChosen}</p>
  return (
    <Suspense fallback={<Skeleton height={props.height} />}>
      <DailyChart {...props} />
    </Suspense>
  )
}
