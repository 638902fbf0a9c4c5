import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { UsageInsight } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import { seriesSlots } from '../../theme/series-slots.js'
import { slotSeries, withBefore } from '../parts/fixed-series.js'
import { TimeCard } from '../parts/time-card.js'
import { useChosenSeries } from '../parts/use-chosen-series.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { USAGE_TEXTS } from '../texts/usage.js'
import { useFrame } from '../view/frame.js'
import { firstSeries, MAX_DRAWN } from './usage-series.js'

/** What is done over time; the legend chooses what is drawn. One alone is drawn beside the periods before. */
export const SeriesCard = ({ insight }: { readonly insight: UsageInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(USAGE_TEXTS)
  const { language } = useWording().format
  const { split } = useFrame()
  const known = insight.series.map(({ dataType }) => dataType)
  const [chosen, onToggle] = useChosenSeries('series', known, firstSeries(known))
  const drawn = new Set([...chosen].slice(0, MAX_DRAWN))
  const slots = seriesSlots(known.length > MAX_DRAWN ? [...drawn] : known)
  const series = insight.series.flatMap(({ dataType, label, unit, values }) => {
    const told = {
      id: dataType,
      label: label[language],
      slot: slots.get(dataType) ?? 0,
      draw: 'line',
      unit,
    } as const
    const isAlone = drawn.size === 1 && drawn.has(dataType)
    return isAlone ? withBefore(told, split(values), common.before) : [slotSeries(told, split(values).shown)]
  })
  const withThoseBefore = new Set([...drawn, ...[...drawn].map((id) => `${id}-before`)])
  return (
    <TimeCard
      id="series"
      title={texts.seriesTitle(common.perPeriod[insight.period])}
      meaning={texts.note}
      series={series}
      choice={{ chosen: withThoseBefore, onToggle: (id) => onToggle(id.replace(/-before$/, '')) }}
    />
  )
}
