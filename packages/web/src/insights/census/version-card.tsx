import type { ReactElement, ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import { censusInsight, type CensusInsight } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import { asShares, groupSeries, ranksOf } from '../figures/group-series.js'
import { HiddenNote } from '../parts/hidden-note.js'
import { TimeCard } from '../parts/time-card.js'
import { useFigures } from '../parts/use-figures.js'
import { CENSUS_TEXTS } from '../texts/census.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { Asked } from '../view/asked.js'
import { useFrame } from '../view/frame.js'
import { useView } from '../view/use-view.js'
import { withFilter } from '../view/view.js'

const Versions = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(CENSUS_TEXTS)
  const { language } = useWording().format
  const { split } = useFrame()
  const { valueName } = useFigures()
  const [{ where }, change] = useView()
  const { by, groups, notShown } = insight
  const hidden = split(notShown.devices).shown
  const known = groups.map(({ value }) => value)
  const series = groupSeries({
    groups: groups.map(({ value, devices }) => ({
      id: value,
      label: valueName(by.id, value),
      values: split(devices).shown,
    })),
    ranks: ranksOf(known),
    notShown: hidden,
    labels: common,
    draw: 'bar',
  })
  return (
    <TimeCard
      id="versions"
      title={texts.versionTitle(by.label[language])}
      meaning={texts.versionMeaning}
      series={asShares(series)}
      onPick={(value) => {
        if (known.includes(value)) change({ where: withFilter(where, { id: by.id, value }) })
      }}
    >
      <HiddenNote of="devices" isHidden={hidden.some((count) => count > 0)} />
    </TimeCard>
  )
}

/** Which share of the devices has which version, over time; nothing where no version is counted, or where the page is broken down by it. */
export const VersionCard = ({ insight }: { readonly insight: CensusInsight }): ReactNode => {
  const version = insight.dimensions.find(({ id }) => /version$/i.test(id))
  if (version === undefined || version.id === insight.by.id) return null
  return (
    <Asked lane="census" shape={censusInsight} changes={{ by: version.id }} skeletonHeight={360}>
      {(answer) => <Versions insight={answer} />}
    </Asked>
  )
}
