import { SegmentedControl } from '@mantine/core'
import { useMemo, type ReactElement } from 'react'

import type { CensusInsight } from '../api/insight.js'
import { useQuery } from '../app/use-query.js'
import { FiguresTable } from '../charts/figures-table.js'
import { LazyChart } from '../charts/lazy-chart.js'
import { SeriesLegend } from '../charts/series-legend.js'
import { useWording } from '../language/wording.js'
import { CENSUS_MEASURES, censusSeries, largestGroups, type CensusMeasure } from './census-series.js'
import classes from './insights.module.css'
import { useChosenSeries } from './use-chosen-series.js'

const parseMeasure = (text: string | null): CensusMeasure =>
  CENSUS_MEASURES.find((measure) => measure === text) ?? 'devices'

/** Devices or reports by day, for each app. Reports are added up; devices are not, since one can have several apps. */
export const CensusChart = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const { messages, format } = useWording()
  const { insights } = messages
  const [query, change] = useQuery()
  const measure = parseMeasure(query.get('show'))
  const series = useMemo(() => censusSeries(insight, measure), [insight, measure])
  const known = series.map(({ id }) => id)
  const [chosen, toggle] = useChosenSeries('groups', known, largestGroups(series))
  const chosenKey = [...chosen].join('*')
  const shown = useMemo(
    () => series.filter(({ id }) => chosenKey.split('*').includes(id)),
    [series, chosenKey],
  )
  const caption = insights.perDayBy(insights.census[measure], insight.by.label[format.language])
  return (
    <div className={classes['chart']}>
      <div className={classes['chartHead']}>
        <h3>{caption}</h3>
        <SegmentedControl
          aria-label={insights.census.show}
          size="sm"
          value={measure}
          onChange={(next) => change({ show: next === 'devices' ? undefined : next })}
          data={CENSUS_MEASURES.map((value) => ({ value, label: insights.census[value] }))}
        />
      </div>
      <SeriesLegend
        label={insight.by.label[format.language]}
        series={series}
        chosen={chosen}
        hiddenText={insights.hidden}
        onToggle={toggle}
      />
      <LazyChart
        label={caption}
        height={280}
        days={insight.days}
        series={shown}
        form={measure === 'devices' ? 'lines' : 'stacked-bars'}
      />
      <FiguresTable caption={caption} days={insight.days} series={series} />
    </div>
  )
}
