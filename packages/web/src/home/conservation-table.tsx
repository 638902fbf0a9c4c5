import { DATA_CATEGORIES } from '@candor/practices'
import { VisuallyHidden } from '@mantine/core'
import type { ReactElement } from 'react'

import { refusedOf, unaccounted, type Conservation, type LaneOutcomes } from '../api/conservation.js'
import { useWording } from '../language/wording.js'
import { StackedRow, StackedTable, type Column } from '../parts/stacked-table.js'
import classes from './home.module.css'

const COUNTS = ['received', 'stored', 'refused', 'duplicate', 'pending'] as const

const Balance = ({ outcomes }: { readonly outcomes: LaneOutcomes }): ReactElement => {
  const { messages, format } = useWording()
  const off = unaccounted(outcomes)
  if (off !== 0) {
    return <span className={classes['isOff']}>{messages.conservation.isOff(format.number(off))}</span>
  }
  return (
    <span className={classes['holds']}>
      <span aria-hidden="true">{'\u2713'} </span>
      {messages.conservation.holds}
    </span>
  )
}

/** What became of the reports of each lane, and whether the sum is right. */
export const ConservationTable = ({
  conservation,
}: {
  readonly conservation: Conservation
}): ReactElement => {
  const { messages, format } = useWording()
  const { conservation: texts, lanes } = messages
  const columns: readonly Column[] = [
    { heading: texts.lane, align: 'text' },
    ...COUNTS.map((name) => ({ heading: texts[name], align: 'number' }) as const),
    { heading: texts.balance, align: 'text' },
  ]
  const countsOf = (outcomes: LaneOutcomes): readonly string[] => {
    const counts = { ...outcomes, refused: refusedOf(outcomes) }
    return COUNTS.map((name) => format.number(counts[name]))
  }
  return (
    <StackedTable caption={<VisuallyHidden>{texts.title}</VisuallyHidden>} columns={columns}>
      {DATA_CATEGORIES.map((lane) => (
        <StackedRow
          key={lane}
          columns={columns}
          head={
            <span className={classes['lane']} data-lane={lane}>
              {lanes[lane]}
            </span>
          }
          cells={[...countsOf(conservation[lane]), <Balance key="balance" outcomes={conservation[lane]} />]}
        />
      ))}
    </StackedTable>
  )
}
