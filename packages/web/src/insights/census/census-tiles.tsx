import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { CensusInsight } from '../../api/insight.js'
import { rateOf } from '../figures/rates.js'
import { Tiles } from '../parts/tiles.js'
import { useTile } from '../parts/use-tile.js'
import { CENSUS_TEXTS } from '../texts/census.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { countOf } from './census-counts.js'

/** The figures that the census opens with. */
export const CensusTiles = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(CENSUS_TEXTS)
  const { latest, rate } = useTile()
  const { totals, groupMinimum } = insight
  const hiddenText = common.hiddenDevices(groupMinimum)
  const signIns = rateOf('signIn', countOf(insight))
  const told = (id: 'devices' | 'users' | 'newDevices', meaning: string) =>
    ({ id, label: texts[id], unit: '', meaning, hiddenText }) as const
  const rateTold = {
    id: 'signInRate',
    label: texts.signInRate,
    unit: 'share',
    meaning: texts.signInRateMeaning,
    hiddenText,
  } as const
  return (
    <Tiles
      tiles={[
        latest(told('devices', texts.devicesMeaning), totals.devices),
        latest(
          { ...told('users', texts.usersMeaning), hiddenText: common.hiddenUsers(groupMinimum) },
          totals.users,
        ),
        latest(told('newDevices', texts.newDevicesMeaning), totals.newDevices),
        ...(signIns === undefined ? [] : [rate(rateTold, signIns)]),
      ]}
    />
  )
}
