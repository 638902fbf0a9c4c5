import type { ReactElement, ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import { Button } from '../../admin/parts/button.js'
import { useQuery } from '../../app/use-query.js'
import { Sparkline } from '../../charts/sparkline.js'
import notes from '../../parts/notes.module.css'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { changeOf, changeOfSums, latestOf } from '../figures/change.js'
import { sumOf, type Split, type Values } from '../figures/split.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { GROUP_TEXTS } from '../texts/groups.js'
import { useFrame } from '../view/frame.js'
import { ChangeText } from './change-text.js'
import classes from './parts.module.css'
import { PickButton } from './pick-button.js'
import { useFigures } from './use-figures.js'

/** A group in the table. */
export interface GroupRow {
  readonly value: string
  readonly name: string
  readonly parts: Split<number | null>
  readonly rate: number | null | undefined
}

interface GroupTableProps {
  readonly caption: string
  readonly rows: readonly GroupRow[]
  readonly notShown: Values
  readonly figure: 'sums' | 'latest'
  readonly rateName: string | undefined
  readonly onFilter: (value: string) => void
}

/** Rows until a person asks for all. */
const FIRST_ROWS = 10

/** The figure that stands for some values: their sum, or the one of a period. */
const figureOf = (values: Values, figure: GroupTableProps['figure'], at: number): number | null =>
  figure === 'sums' ? sumOf(values) : (values[at] ?? null)

/** The period whose figures stand in the table: the latest one in which any group has one. */
const placeOf = (rows: readonly GroupRow[]): number => {
  const places = rows.flatMap(({ parts }) => latestOf(parts.shown)?.at ?? [])
  const last = (rows[0]?.parts.shown.length ?? 1) - 1
  return places.includes(last - 1) ? last - 1 : last
}

const useCells = ({ rows, notShown, figure, rateName }: GroupTableProps, at: number) => {
  const { namesBefore } = useFrame()
  const figures = useFigures()
  const all = [...rows.map(({ parts }) => parts.shown), notShown]
  const whole = sumOf(all.map((values) => figureOf(values, figure, at)))
  return ({ parts: { shown, before }, rate }: GroupRow): readonly ReactNode[] => {
    const value = figureOf(shown, figure, at)
    const share = value === null || whole === null || whole === 0 ? null : value / whole
    const isComplete = at < shown.length - 1
    const change =
      figure === 'sums'
        ? changeOfSums({ shown, before })
        : changeOf(isComplete ? value : null, before?.[at] ?? null)
    return [
      figures.figure(value, ''),
      figures.figure(share, 'share'),
      ...(namesBefore.length > 0 ? [<ChangeText key="change" change={change} />] : []),
      ...(rateName === undefined ? [] : [figures.figure(rate ?? null, 'share')]),
      // The figures of the small bars stand in the table of the chart.
      <Sparkline key="trend" values={shown} colour="var(--lane)" />,
    ]
  }
}

/** The groups with figure, share, change and trend; the name of each filters by it. */
export const GroupTable = (props: GroupTableProps): ReactElement => {
  const { caption, rows, figure, rateName, onFilter } = props
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(GROUP_TEXTS)
  const { names, namesBefore, answer } = useFrame()
  const [query, change] = useQuery()
  const at = placeOf(rows)
  const cellsOf = useCells(props, at)
  const shown = query.get('rows') === 'all' ? rows : rows.slice(0, FIRST_ROWS)
  const columns: readonly Column[] = [
    { heading: texts.group, align: 'text' },
    { heading: figure === 'sums' ? texts.sum : (names[at]?.long ?? ''), align: 'number' },
    { heading: common.share, align: 'number' },
    ...(namesBefore.length > 0 ? [{ heading: texts.change, align: 'number' } as const] : []),
    ...(rateName === undefined ? [] : [{ heading: rateName, align: 'number' } as const]),
    { heading: texts.trend, align: 'text' },
  ]
  return (
    <div>
      <StackedTable caption={<span className={classes['hiddenCaption']}>{caption}</span>} columns={columns}>
        {shown.map((row) => (
          <StackedRow
            key={row.value}
            columns={columns}
            head={<PickButton name={row.name} onPick={() => onFilter(row.value)} />}
            cells={cellsOf(row)}
          />
        ))}
      </StackedTable>
      {answer.moreGroups > 0 ? (
        <p className={notes['aside']}>{common.moreGroups(answer.moreGroups)}</p>
      ) : null}
      {rows.length > shown.length ? (
        <Button kind="quiet" onClick={() => change({ rows: 'all' })}>
          {texts.showAll(rows.length)}
        </Button>
      ) : null}
    </div>
  )
}
