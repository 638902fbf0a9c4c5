import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { UsageInsight } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import { rateOf } from '../figures/rates.js'
import { Tiles } from '../parts/tiles.js'
import { useTile } from '../parts/use-tile.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { USAGE_TEXTS } from '../texts/usage.js'
import { seriesOf, unratedSeries, USAGE_RATES } from './usage-series.js'

const MAX_TILES = 6

/** The figures that usage opens with, each with what it is and what it is not. */
export const UsageTiles = ({ insight }: { readonly insight: UsageInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(USAGE_TEXTS)
  const { language } = useWording().format
  const { sum, rate } = useTile()
  const hiddenText = common.hiddenReports(insight.groupMinimum)
  const meanings = { '': texts.occurrences, minute: texts.minutesMeaning, second: texts.secondsMeaning }
  const sums = unratedSeries(insight)
    .slice(0, MAX_TILES)
    .map(({ dataType, label, unit, values }) =>
      sum({ id: dataType, label: label[language], unit, meaning: meanings[unit], hiddenText }, values),
    )
  const labels = {
    meetingJoin: { label: texts.meetingRate, meaning: texts.meetingRateMeaning },
    crashFree: { label: texts.crashFree, meaning: texts.crashFreeMeaning },
  }
  const rates = USAGE_RATES.flatMap((name) => {
    const found = rateOf(name, seriesOf(insight))
    return found === undefined ? [] : [rate({ id: name, unit: 'share', hiddenText, ...labels[name] }, found)]
  })
  const reports = sum(
    { id: 'reports', label: texts.reports, unit: '', meaning: texts.reportsMeaning, hiddenText },
    insight.reports,
  )
  return <Tiles tiles={[...sums, ...rates, reports]} />
}
