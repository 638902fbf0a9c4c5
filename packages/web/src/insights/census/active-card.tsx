import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { CensusInsight } from '../../api/insight.js'
import { withBefore } from '../parts/fixed-series.js'
import { TimeCard } from '../parts/time-card.js'
import { CENSUS_TEXTS } from '../texts/census.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame } from '../view/frame.js'

/** Active devices and users over time, and those of the periods before where they are compared. */
export const ActiveCard = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(CENSUS_TEXTS)
  const { split } = useFrame()
  const { devices, users } = insight.totals
  return (
    <TimeCard
      id="active"
      title={texts.activeTitle(common.perPeriod[insight.period])}
      meaning={`${texts.devicesMeaning} ${texts.usersMeaning}`}
      series={[
        ...withBefore(
          { id: 'devices', label: texts.devices, slot: 0, draw: 'line' },
          split(devices),
          common.before,
        ),
        ...withBefore(
          { id: 'users', label: texts.users, slot: 1, draw: 'line' },
          split(users),
          common.before,
        ),
      ]}
    />
  )
}
