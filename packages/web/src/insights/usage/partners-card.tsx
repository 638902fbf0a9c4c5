import type { ReactElement, ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import { isolated } from '../../admin/parts/name.js'
import { usageInsight, type UsageInsight } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import { rankedBars } from '../figures/ranked-bars.js'
import { sumOf } from '../figures/split.js'
import { BarsCard } from '../parts/bars-card.js'
import { HiddenNote } from '../parts/hidden-note.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { USAGE_TEXTS } from '../texts/usage.js'
import { Asked } from '../view/asked.js'
import { useFrame } from '../view/frame.js'
import { useView } from '../view/use-view.js'
import { withFilter } from '../view/view.js'

/** The data type that names a partner, by the names of the practices. */
const PARTNER = 'FederationPartner'

const Partners = ({ insight }: { readonly insight: UsageInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(USAGE_TEXTS)
  const { language } = useWording().format
  const { split } = useFrame()
  const [{ where }, change] = useView()
  const { by, groups, notShown } = insight
  const hidden = sumOf(split(notShown.reports).shown) ?? 0
  const bars = rankedBars(
    groups.map(({ value, reports }) => ({ id: value, label: isolated(value), values: split(reports).shown })),
    hidden,
    common,
  )
  const title = texts.partnersTitle(by.label[language])
  return (
    <>
      <BarsCard
        id="partners"
        title={title}
        meaning={texts.partnersMeaning}
        content={{ label: texts.reports, bars, unit: '', look: { kind: 'lane', lane: 'usage' } }}
        form="ranked"
        headings={{ bar: by.label[language], value: texts.reports }}
        onPick={(value) => {
          if (groups.some((group) => group.value === value))
            change({ where: withFilter(where, { id: by.id, value }) })
        }}
      />
      <HiddenNote of="reports" isHidden={hidden > 0} />
    </>
  )
}

/** The organisations that are federated with, where the product names them and the page is not broken down by them. */
export const PartnersCard = ({ insight }: { readonly insight: UsageInsight }): ReactNode => {
  const isKnown = insight.dimensions.some(({ id }) => id === PARTNER)
  if (!isKnown || insight.by.id === PARTNER) return null
  return (
    <Asked lane="usage" shape={usageInsight} changes={{ by: PARTNER }} skeletonHeight={260}>
      {(answer) => (answer.groups.length === 0 ? null : <Partners insight={answer} />)}
    </Asked>
  )
}
