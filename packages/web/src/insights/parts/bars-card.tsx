import { useMemo, type ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { histogramOption, rankedOption, type BarsContent } from '../../charts/bars-option.js'
import type { FigureTable } from '../../charts/figure-table.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame } from '../view/frame.js'
import { ChartCard } from './chart-card.js'
import { useSurroundings } from './use-figures.js'

const ROW_PIXELS = 30
const AXIS_PIXELS = 34
const HISTOGRAM_PIXELS = 220

/** What a chart of bars shows. */
export interface BarsCardProps {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly content: BarsContent
  /** ranked: the largest first, names on the left; histogram: ranges from the lowest up. */
  readonly form: 'ranked' | 'histogram'
  /** What a bar is, and what its number is. */
  readonly headings: { readonly bar: string; readonly value: string }
  /** Told the id of the bar that was clicked. */
  readonly onPick?: ((id: string) => void) | undefined
}

const tableOf = ({ title, content, headings }: BarsCardProps): FigureTable => ({
  caption: title,
  head: { id: 'value', heading: headings.bar },
  columns: [{ id: 'count', heading: headings.value, unit: content.unit }],
  rows: content.bars.map(({ id, label, value }) => ({ id, head: label, cells: [value] })),
})

/** A chart of bars. */
export const BarsCard = (props: BarsCardProps): ReactElement => {
  const { id, title, meaning, content, form, onPick } = props
  const texts = useTexts(COMMON_TEXTS)
  const { answer } = useFrame()
  const around = useSurroundings()
  const contentKey = JSON.stringify(content)
  const option = useMemo(() => {
    const told = JSON.parse(contentKey) as BarsContent
    return form === 'ranked' ? rankedOption(told, around) : histogramOption(told, around)
  }, [contentKey, form, around])
  const { bars, unit } = content
  return (
    <ChartCard
      id={id}
      title={title}
      meaning={meaning}
      option={bars.length === 0 ? undefined : option}
      nothing={texts.nothingShown(answer.groupMinimum)}
      points={bars.map(({ label, value }) => `${label}: ${around.figure(value, unit)}`)}
      height={form === 'ranked' ? AXIS_PIXELS + ROW_PIXELS * bars.length : HISTOGRAM_PIXELS}
      table={tableOf(props)}
      onPick={onPick === undefined ? undefined : (_, index) => onPick(bars[index]?.id ?? '')}
    />
  )
}
