import { useComputedColorScheme } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

import type { ErrorInsight } from '../api/insight.js'
import { Sparkline } from '../charts/sparkline.js'
import type { InsightMessages } from '../language/messages.js'
import { useWording } from '../language/wording.js'
import { StackedRow, StackedTable, type Column } from '../parts/stacked-table.js'
import { SURFACES } from '../theme/palette.js'

type ErrorGroup = ErrorInsight['groups'][number]

const columnsOf = ({ error }: InsightMessages): readonly Column[] => [
  { heading: error.type, align: 'text' },
  { heading: error.place, align: 'text' },
  { heading: error.code, align: 'text' },
  { heading: error.affectedUsers, align: 'number' },
  { heading: error.reports, align: 'number' },
  { heading: error.first, align: 'number' },
  { heading: error.last, align: 'number' },
  { heading: error.trend, align: 'text' },
]

const Trend = ({ values }: { readonly values: ErrorGroup['values'] }): ReactNode => {
  const { messages, format } = useWording()
  const { error, hidden } = messages.insights
  const colour = SURFACES[useComputedColorScheme('light')].error
  if (values.every((value) => value === null)) return hidden
  const told = values.map((value) => (value === null ? hidden : format.number(value))).join(', ')
  return <Sparkline values={values} label={`${error.trend}: ${told}`} colour={colour} />
}

const codeOr = (text: string | null, otherwise: string): ReactNode =>
  text === null ? otherwise : <code translate="no">{text}</code>

/** The groups of equal errors: what, where, how often, for how many, since when. */
export const ErrorGroupsTable = ({
  groups,
  groupMinimum,
}: {
  readonly groups: readonly ErrorGroup[]
  readonly groupMinimum: number
}): ReactElement => {
  const { messages, format } = useWording()
  const { insights } = messages
  const columns = columnsOf(insights)
  const cellsOf = (group: ErrorGroup): readonly ReactNode[] => [
    codeOr(group.place, insights.error.unknown),
    codeOr(group.code, '\u2013'),
    group.affectedUsers === null ? insights.hiddenMeaning(groupMinimum) : format.number(group.affectedUsers),
    format.number(group.reports),
    format.day(group.firstDay),
    format.day(group.lastDay),
    <Trend key="trend" values={group.values} />,
  ]
  return (
    <StackedTable caption={insights.error.groups} columns={columns}>
      {groups.map((group) => (
        <StackedRow
          key={group.fingerprint}
          columns={columns}
          head={<span translate="no">{group.type ?? insights.error.unknown}</span>}
          cells={cellsOf(group)}
        />
      ))}
    </StackedTable>
  )
}
