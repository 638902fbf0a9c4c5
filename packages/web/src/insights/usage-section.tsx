import { useMemo, type ReactElement } from 'react'

import { usageInsight, type UsageInsight } from '../api/insight.js'
import { usePolled } from '../api/use-polled.js'
import { FiguresTable } from '../charts/figures-table.js'
import { LazyChart } from '../charts/lazy-chart.js'
import { SeriesLegend } from '../charts/series-legend.js'
import { useWording } from '../language/wording.js'
import { EmptyNote } from '../parts/empty-note.js'
import notes from '../parts/notes.module.css'
import classes from './insights.module.css'
import { LaneSection } from './lane-section.js'
import { firstSeries, usageSeries } from './usage-series.js'
import { useChosenSeries } from './use-chosen-series.js'

const UsageChart = ({ insight }: { readonly insight: UsageInsight }): ReactElement => {
  const { messages, format } = useWording()
  const { usage, perDay, hidden } = messages.insights
  const series = useMemo(() => usageSeries(insight, format.language, usage.units), [insight, format, usage])
  const known = series.map(({ id }) => id)
  const [chosen, toggle] = useChosenSeries('series', known, firstSeries(known))
  const chosenKey = [...chosen].join('*')
  const shown = useMemo(
    () => series.filter(({ id }) => chosenKey.split('*').includes(id)),
    [series, chosenKey],
  )
  const caption = perDay(messages.lanes.usage)
  return (
    <div className={classes['chart']}>
      <div className={classes['chartHead']}>
        <h3>{caption}</h3>
        <p className={notes['aside']}>{usage.seriesHint}</p>
      </div>
      <SeriesLegend
        label={usage.series}
        series={series}
        chosen={chosen}
        hiddenText={hidden}
        onToggle={toggle}
      />
      <LazyChart label={caption} height={300} days={insight.days} series={shown} form="lines" />
      <FiguresTable caption={caption} days={insight.days} series={series} />
    </div>
  )
}

const UsageFigures = ({ insight }: { readonly insight: UsageInsight }): ReactElement => {
  const { messages, format } = useWording()
  const { usage } = messages.insights
  const reports = insight.reports.reduce((sum, count) => sum + count, 0)
  if (reports === 0) return <EmptyNote title={usage.emptyTitle} text={usage.emptyText} />
  return (
    <>
      <div className={notes['note']}>
        <p>{usage.note}</p>
        <p>
          {usage.reports}: {format.number(reports)}
        </p>
      </div>
      <UsageChart insight={insight} />
    </>
  )
}

/** What is done with the product, by day. */
export const UsageSection = ({
  product,
  period,
}: {
  readonly product: string
  readonly period: number
}): ReactElement => {
  const { usage } = useWording().messages.insights
  const query = new URLSearchParams({ product, days: String(period) })
  const polled = usePolled(`/api/insights/usage?${query.toString()}`, usageInsight)
  return (
    <LaneSection lane="usage" lead={usage.lead} polled={polled}>
      {(insight) => <UsageFigures insight={insight} />}
    </LaneSection>
  )
}
