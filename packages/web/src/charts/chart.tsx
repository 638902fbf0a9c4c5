import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'

import classes from './charts.module.css'
import type { ChartOption } from './time-option.js'

register([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

/** What a chart is given. */
export interface ChartProps {
  /** What it shows. */
  readonly label: string
  /** Pixels. */
  readonly height: number
  readonly option: ChartOption
  /** What stands at each place of the axis, as it is read aloud. */
  readonly points: readonly string[]
  /** Told the id of the series, and the place of the axis, that was clicked. */
  readonly onPick?: ((id: string, index: number) => void) | undefined
}

/** The next place of the axis by a key; undefined where the key means nothing here. */
const placeAfter = (key: string, place: number, count: number): number | undefined => {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, place + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, place - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

const useDrawn = ({ option, onPick }: ChartProps) => {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  useEffect(() => {
    if (element.current === null) return undefined
    const made = init(element.current, null, { renderer: 'svg' })
    chart.current = made
    made.on('click', ({ seriesId, dataIndex }) => {
      if (seriesId !== undefined) pick.current?.(seriesId, dataIndex)
    })
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    // Axes and series that are gone must go from the chart too; those that stay only move.
    chart.current?.setOption(option, { replaceMerge: ['series', 'xAxis', 'yAxis'] })
  }, [option])
  return { element, chart }
}

/**
 * A chart. It can be walked through by the arrow keys, as a slider over the places of its axis: what stands there is shown
 * as it is under a pointer, and read aloud.
 */
export const Chart = (props: ChartProps): ReactElement => {
  const { label, height, points } = props
  const { element, chart } = useDrawn(props)
  const last = Math.max(0, points.length - 1)
  const [chosen, setPlace] = useState<number>()
  const place = Math.min(chosen ?? last, last)
  const show = (index: number): void => {
    setPlace(index)
    chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: index })
  }
  const hide = (): void => chart.current?.dispatchAction({ type: 'hideTip' })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide()
    const next = placeAfter(event.key, place, points.length)
    if (next === undefined) return
    event.preventDefault()
    show(next)
  }
  return (
    <div
      // A range input could not hold the chart.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={place}
      aria-valuetext={points[place] ?? ''}
      aria-orientation="horizontal"
      className={classes['chart']}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) show(place)
      }}
      onBlur={hide}
    >
      <div ref={element} aria-hidden="true" style={{ height }} />
    </div>
  )
}
