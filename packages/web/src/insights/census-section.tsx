import type { ReactElement, ReactNode } from 'react'

import { censusInsight, type CensusInsight } from '../api/insight.js'
import { usePolled } from '../api/use-polled.js'
import { useWording } from '../language/wording.js'
import { EmptyNote } from '../parts/empty-note.js'
import notes from '../parts/notes.module.css'
import { CensusChart } from './census-chart.js'
import { LaneSection } from './lane-section.js'
import { TotalTiles } from './total-tiles.js'

const isEmpty = ({ groups, suppressedGroups, totals }: CensusInsight): boolean =>
  groups.length === 0 && suppressedGroups === 0 && (totals.reports ?? 0) === 0

/** What is not shown, and why. */
const CensusNotes = ({ insight }: { readonly insight: CensusInsight }): ReactNode => {
  const { census, userEpochs } = useWording().messages.insights
  const { groups, groupMinimum, suppressedGroups, totals } = insight
  const hasGaps = groups.some(({ devices }) => devices.includes(null))
  const sentences = [
    ...(hasGaps ? [census.gaps(groupMinimum)] : []),
    ...(suppressedGroups > 0 ? [census.suppressed(suppressedGroups, groupMinimum)] : []),
    ...(totals.userEpochs > 1 ? [userEpochs(totals.userEpochs)] : []),
  ]
  return sentences.length === 0 ? null : <p className={notes['aside']}>{sentences.join(' ')}</p>
}

const CensusFigures = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const { messages, format } = useWording()
  const { insights } = messages
  const { census } = insights
  const { totals, groupMinimum, groups } = insight
  if (isEmpty(insight)) return <EmptyNote title={census.emptyTitle} text={census.emptyText} />
  const few = insights.hiddenMeaning(groupMinimum)
  const tiles = [
    { label: census.devices, value: totals.devices, hiddenText: few, meaning: census.devicesMeaning },
    { label: census.users, value: totals.users, hiddenText: few, meaning: census.usersMeaning },
    {
      label: census.reports,
      value: totals.reports,
      hiddenText: insights.hidden,
      meaning: census.reportsMeaning,
    },
    ...totals.counts.map(({ label, total }) => ({
      label: label[format.language],
      value: total,
      hiddenText: insights.hidden,
      meaning: census.countMeaning,
    })),
  ]
  return (
    <>
      <TotalTiles totals={tiles} />
      {groups.length === 0 ? (
        <p className={notes['aside']}>{census.allHidden}</p>
      ) : (
        <CensusChart insight={insight} />
      )}
      <CensusNotes insight={insight} />
    </>
  )
}

/** How many devices and users there are, by app and day. */
export const CensusSection = ({
  product,
  period,
}: {
  readonly product: string
  readonly period: number
}): ReactElement => {
  const { census } = useWording().messages.insights
  const query = new URLSearchParams({ product, days: String(period) })
  const polled = usePolled(`/api/insights/census?${query.toString()}`, censusInsight)
  return (
    <LaneSection lane="census" lead={census.lead} polled={polled}>
      {(insight) => <CensusFigures insight={insight} />}
    </LaneSection>
  )
}
