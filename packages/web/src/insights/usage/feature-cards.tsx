import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { UsageInsight } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import { rankedBars } from '../figures/ranked-bars.js'
import { isolated } from '../../admin/parts/name.js'
import { BarsCard } from '../parts/bars-card.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { USAGE_TEXTS } from '../texts/usage.js'
import { useFrame } from '../view/frame.js'

/** How often each feature was used, the most used first; a chart a data type. */
export const FeatureCards = ({
  insight,
}: {
  readonly insight: UsageInsight
}): readonly (ReactElement | null)[] => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(USAGE_TEXTS)
  const { language } = useWording().format
  const { split } = useFrame()
  return insight.features.map(({ dataType, label, values }) => {
    const bars = rankedBars(
      values.map(({ value, counts }) => ({ id: value, label: isolated(value), values: split(counts).shown })),
      0,
      common,
    )
    return bars.length === 0 ? null : (
      <BarsCard
        key={dataType}
        id={dataType}
        title={label[language]}
        meaning={texts.featuresMeaning}
        content={{ label: texts.times, bars, unit: '', look: { kind: 'lane', lane: 'usage' } }}
        form="ranked"
        headings={{ bar: label[language], value: texts.times }}
      />
    )
  })
}
