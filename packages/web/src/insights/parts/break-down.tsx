import type { ReactElement, ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import { asShares, groupSeries, ranksOf } from '../figures/group-series.js'
import type { Values } from '../figures/split.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { GROUP_TEXTS } from '../texts/groups.js'
import { useFrame } from '../view/frame.js'
import { useView } from '../view/use-view.js'
import { withFilter } from '../view/view.js'
import { DimensionChoice, FewChoice, useChoice } from './choice.js'
import { GroupTable, type GroupRow } from './group-table.js'
import { HiddenNote } from './hidden-note.js'
import { TimeCard } from './time-card.js'
import { useFigures } from './use-figures.js'

/** A group of an answer: its values by period, those that are compared with included. */
export interface BreakDownGroup {
  readonly value: string
  readonly values: Values
  /** A rate of the group, where there is one. */
  readonly rate?: number | null | undefined
}

/** What a break-down shows. */
export interface BreakDownProps {
  readonly title: string
  readonly meaning: string
  readonly groups: readonly BreakDownGroup[]
  readonly notShown: Values
  /** What stands behind a number: too few of them are not shown. */
  readonly of: 'devices' | 'users' | 'reports'
  /** sums: the values add up over the periods; latest: they do not. */
  readonly figure: 'sums' | 'latest'
  readonly rateName?: string | undefined
  /** Chooses what is counted. */
  readonly controls: ReactNode
}

const FORMS = ['time', 'shares'] as const

/** The groups as series of the chart and as rows of the table. */
const useGroups = ({ groups, notShown, figure }: BreakDownProps) => {
  const texts = useTexts(COMMON_TEXTS)
  const { valueName } = useFigures()
  const { answer, split } = useFrame()
  const [{ where }, change] = useView()
  const rows: readonly GroupRow[] = groups.map(({ value, values, rate }) => ({
    value,
    name: valueName(answer.by.id, value),
    parts: split(values),
    rate,
  }))
  const hidden = split(notShown).shown
  const series = groupSeries({
    groups: rows.map(({ value, name, parts }) => ({ id: value, label: name, values: parts.shown })),
    ranks: ranksOf(rows.map(({ value }) => value)),
    notShown: hidden,
    labels: texts,
    draw: figure === 'sums' ? 'bar' : 'line',
  })
  const filter = (value: string): void => {
    if (rows.some((row) => row.value === value))
      change({ where: withFilter(where, { id: answer.by.id, value }) })
  }
  return { rows, hidden, series, filter }
}

/** The groups of what the page is broken down by: over time or as shares, and as a table; a click on one filters by it. */
export const BreakDown = (props: BreakDownProps): ReactElement => {
  const { title, meaning, of, figure, rateName, controls } = props
  const { form: formName, forms } = useTexts(GROUP_TEXTS)
  const [form, setForm] = useChoice('form', FORMS)
  const { rows, hidden, series, filter } = useGroups(props)
  const formChoice = (
    <FewChoice
      label={formName}
      value={form}
      names={FORMS.map((value) => ({ value, label: forms[value] }))}
      onChange={setForm}
    />
  )
  return (
    <TimeCard
      id="groups"
      title={title}
      meaning={meaning}
      series={form === 'shares' ? asShares(series) : series}
      onPick={filter}
      controls={
        <>
          <DimensionChoice />
          {controls}
          {formChoice}
        </>
      }
    >
      <HiddenNote of={of} isHidden={hidden.some((count) => (count ?? 0) > 0)} />
      <GroupTable
        caption={title}
        rows={rows}
        notShown={hidden}
        figure={figure}
        rateName={rateName}
        onFilter={filter}
      />
    </TimeCard>
  )
}
