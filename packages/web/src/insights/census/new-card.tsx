import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { CensusInsight } from '../../api/insight.js'
import { pairwise } from '../figures/split.js'
import { slotSeries } from '../parts/fixed-series.js'
import { TimeCard } from '../parts/time-card.js'
import { CENSUS_TEXTS } from '../texts/census.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame } from '../view/frame.js'

/** New devices on top of those that came back. */
export const NewCard = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(CENSUS_TEXTS)
  const { split } = useFrame()
  const devices = split(insight.totals.devices).shown
  const fresh = split(insight.totals.newDevices).shown
  const returning = pairwise(devices, fresh, (all, some) => Math.max(0, all - some))
  return (
    <TimeCard
      id="new"
      title={texts.newTitle(common.perPeriod[insight.period])}
      meaning={`${texts.newDevices}: ${texts.newDevicesMeaning} ${texts.returning}: ${texts.returningMeaning}`}
      height={220}
      series={[
        slotSeries({ id: 'returning', label: texts.returning, slot: 7, draw: 'bar' }, returning),
        slotSeries({ id: 'new', label: texts.newDevices, slot: 4, draw: 'bar' }, fresh),
      ]}
    />
  )
}
