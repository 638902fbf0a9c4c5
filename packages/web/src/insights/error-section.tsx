import { useComputedColorScheme } from '@mantine/core'
import { useMemo, type ReactElement } from 'react'

import { errorInsight, type ErrorInsight } from '../api/insight.js'
import { usePolled } from '../api/use-polled.js'
import { FiguresTable } from '../charts/figures-table.js'
import { LazyChart } from '../charts/lazy-chart.js'
import { useWording } from '../language/wording.js'
import { EmptyNote } from '../parts/empty-note.js'
import notes from '../parts/notes.module.css'
import { SURFACES } from '../theme/palette.js'
import { ErrorGroupsTable } from './error-groups-table.js'
import classes from './insights.module.css'
import { LaneSection } from './lane-section.js'

const ErrorTrend = ({ insight }: { readonly insight: ErrorInsight }): ReactElement => {
  const { messages } = useWording()
  const scheme = useComputedColorScheme('light')
  const { error, perDay } = messages.insights
  const total = insight.reports.reduce((sum, count) => sum + count, 0)
  const series = useMemo(
    () => [{ id: 'reports', label: error.reports, values: insight.reports, total, unit: '', slot: 0 }],
    [insight, error, total],
  )
  const caption = perDay(error.reports)
  return (
    <div className={classes['chart']}>
      <h3>{caption}</h3>
      <LazyChart
        label={caption}
        height={180}
        days={insight.days}
        series={series}
        form="stacked-bars"
        colour={SURFACES[scheme].error}
      />
      <FiguresTable caption={caption} days={insight.days} series={series} />
    </div>
  )
}

const ErrorFigures = ({ insight }: { readonly insight: ErrorInsight }): ReactElement => {
  const { error, userEpochs } = useWording().messages.insights
  const { groups, reports, suppressedGroups, groupMinimum } = insight
  if (reports.every((count) => count === 0))
    return <EmptyNote title={error.emptyTitle} text={error.emptyText} />
  return (
    <>
      <ErrorTrend insight={insight} />
      {groups.length === 0 ? (
        <p className={notes['aside']}>{error.allHidden}</p>
      ) : (
        <ErrorGroupsTable groups={groups} groupMinimum={groupMinimum} />
      )}
      {suppressedGroups > 0 ? (
        <p className={notes['aside']}>{error.suppressed(suppressedGroups, groupMinimum)}</p>
      ) : null}
      {insight.userEpochs > 1 ? <p className={notes['aside']}>{userEpochs(insight.userEpochs)}</p> : null}
    </>
  )
}

/** What went wrong, by day and in groups of equal errors. */
export const ErrorSection = ({
  product,
  period,
}: {
  readonly product: string
  readonly period: number
}): ReactElement => {
  const { error } = useWording().messages.insights
  const query = new URLSearchParams({ product, days: String(period) })
  const polled = usePolled(`/api/insights/error?${query.toString()}`, errorInsight)
  return (
    <LaneSection lane="error" lead={error.lead} polled={polled}>
      {(insight) => <ErrorFigures insight={insight} />}
    </LaneSection>
  )
}
