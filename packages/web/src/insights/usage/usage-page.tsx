import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { usageInsight, type UsageInsight } from '../../api/insight.js'
import notes from '../../parts/notes.module.css'
import { rateOf } from '../figures/rates.js'
import { DistributionCards } from '../parts/distribution-cards.js'
import { NothingNote } from '../parts/nothing-note.js'
import { RateCard } from '../parts/rate-card.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { USAGE_TEXTS } from '../texts/usage.js'
import { ShownAlone } from '../view/asked.js'
import { LanePage } from '../view/lane-page.js'
import { FeatureCards } from './feature-cards.js'
import { PartnersCard } from './partners-card.js'
import { SeriesCard } from './series-card.js'
import { UsageGroups } from './usage-groups.js'
import { UsageTiles } from './usage-tiles.js'
import { seriesOf } from './usage-series.js'

const RATE_CARDS = {
  meetingJoin: {
    title: 'meetingTitle',
    good: 'joined',
    bad: 'notJoined',
    rate: 'meetingRate',
    meaning: 'meetingRateMeaning',
  },
  crashFree: {
    title: 'stabilityTitle',
    good: 'uncrashed',
    bad: 'crashed',
    rate: 'crashFree',
    meaning: 'crashFreeMeaning',
  },
} as const

const Rates = ({ insight }: { readonly insight: UsageInsight }): readonly (ReactElement | null)[] => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(USAGE_TEXTS)
  const per = common.perPeriod[insight.period]
  return (['meetingJoin', 'crashFree'] as const).map((name) => {
    const rate = rateOf(name, seriesOf(insight))
    const card = RATE_CARDS[name]
    return rate === undefined ? null : (
      <RateCard
        key={name}
        id={name}
        title={texts[card.title](per)}
        meaning={texts[card.meaning]}
        rate={rate}
        names={{ good: texts[card.good], bad: texts[card.bad], rate: texts[card.rate] }}
      />
    )
  })
}

const UsageFigures = ({ insight }: { readonly insight: UsageInsight }): ReactElement => {
  const texts = useTexts(USAGE_TEXTS)
  if (insight.reports.every((count) => (count ?? 0) === 0) && insight.groups.length === 0)
    return <NothingNote title={texts.emptyTitle} text={texts.emptyText} />
  return (
    <>
      <p className={notes['note']}>{texts.note}</p>
      <UsageTiles insight={insight} />
      <SeriesCard insight={insight} />
      <UsageGroups insight={insight} />
      <Rates insight={insight} />
      <FeatureCards insight={insight} />
      {insight.where.length === 0 ? null : <p className={notes['aside']}>{texts.notFiltered}</p>}
      <PartnersCard insight={insight} />
      <ShownAlone lane="usage" shape={usageInsight} answer={insight} skeletonHeight={300}>
        {({ distributions }) => (
          <DistributionCards distributions={distributions} lane="usage" meaning={texts.distributionMeaning} />
        )}
      </ShownAlone>
    </>
  )
}

/** Usage: what is done with the product, as numbers of occurrences. */
export const UsagePage = ({ product }: { readonly product: string }): ReactElement => (
  <LanePage lane="usage" product={product} shape={usageInsight}>
    {(insight) => <UsageFigures insight={insight} />}
  </LanePage>
)
