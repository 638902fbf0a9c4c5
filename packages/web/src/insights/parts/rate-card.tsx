import type { ReactElement } from 'react'

import type { Rate } from '../figures/rates.js'
import { useFrame } from '../view/frame.js'
import { slotSeries, type Told } from './fixed-series.js'
import { TimeCard } from './time-card.js'

/** The slots of what went well, what did not, and of the rate; the same in every chart of a rate. */
const SLOTS = { good: 2, bad: 3, rate: 6 }

/** A rate over time: what went well and what did not as bars, their rate as a line on an axis from 0 to 100 %. */
export const RateCard = ({
  id,
  title,
  meaning,
  rate,
  names,
}: {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly rate: Rate
  readonly names: { readonly good: string; readonly bad: string; readonly rate: string }
}): ReactElement => {
  const { split } = useFrame()
  const told = (name: keyof typeof SLOTS, draw: Told['draw']): Told => ({
    id: name,
    label: names[name],
    slot: SLOTS[name],
    draw,
    unit: name === 'rate' ? 'share' : '',
  })
  return (
    <TimeCard
      id={id}
      title={title}
      meaning={meaning}
      height={240}
      series={[
        slotSeries(told('good', 'bar'), split(rate.good).shown),
        slotSeries(told('bad', 'bar'), split(rate.bad).shown),
        slotSeries(told('rate', 'line'), split(rate.values).shown),
      ]}
    />
  )
}
