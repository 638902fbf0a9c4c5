import { useComputedColorScheme } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useMemo, useRef, type ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import classes from './charts.module.css'
import { dailyOption, type DailyChartContent } from './daily-option.js'

register([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

/** What a chart is given. */
export interface DailyChartProps extends DailyChartContent {
  /** What it shows, for those who do not see it; the figures themselves stand in the table below. */
  readonly label: string
  /** Pixels. */
  readonly height: number
}

/** A chart of numbers by day. */
export const DailyChart = ({ label, height, days, series, form, colour }: DailyChartProps): ReactElement => {
  const { messages, format } = useWording()
  const scheme = useComputedColorScheme('light')
  const motion = useReducedMotion() ? 'reduced' : 'full'
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const option = useMemo(
    () =>
      dailyOption(
        { days, series, form, colour },
        { format, scheme, motion, hiddenText: messages.insights.hidden },
      ),
    [days, series, form, colour, format, scheme, motion, messages],
  )

  useEffect(() => {
    if (element.current === null) return undefined
    const made = init(element.current, null, { renderer: 'svg' })
    chart.current = made
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])

  useEffect(() => {
    // Axes and series that are gone must go from the chart too; those that stay only move.
    chart.current?.setOption(option, { replaceMerge: ['series', 'yAxis'] })
  }, [option])

  // What is drawn is hidden from screen readers, which read the table of the same figures instead.
  return (
    <figure aria-label={label} className={classes['figure']}>
      <div ref={element} aria-hidden="true" style={{ height }} />
    </figure>
  )
}
