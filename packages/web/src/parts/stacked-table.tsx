import type { ReactElement, ReactNode } from 'react'

import classes from './stacked-table.module.css'

// A row that becomes a block on a narrow screen is no row any more for some screen readers; the roles keep it one.
const AS_TABLE = { role: 'table' } as const
const AS_GROUP = { role: 'rowgroup' } as const
const AS_ROW = { role: 'row' } as const
const AS_COLUMN_HEADER = { role: 'columnheader', scope: 'col' } as const
const AS_ROW_HEADER = { role: 'rowheader', scope: 'row' } as const
const AS_CELL = { role: 'cell' } as const

/** A column's heading, which its cells repeat on a narrow screen. */
export interface Column {
  readonly heading: string
  readonly align: 'text' | 'number'
}

/** A table whose rows become blocks on a narrow screen. The children are StackedRows. */
export const StackedTable = ({
  caption,
  columns,
  children,
}: {
  readonly caption: ReactNode
  readonly columns: readonly Column[]
  readonly children: ReactNode
}): ReactElement => (
  <table {...AS_TABLE} className={classes['table']}>
    <caption>{caption}</caption>
    <thead {...AS_GROUP}>
      <tr {...AS_ROW}>
        {columns.map(({ heading, align }) => (
          <th key={heading} {...AS_COLUMN_HEADER} className={classes[align]}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody {...AS_GROUP}>{children}</tbody>
  </table>
)

/** A row: its head is the first column's cell, and the cells are those of the other columns. */
export const StackedRow = ({
  columns,
  head,
  cells,
}: {
  readonly columns: readonly Column[]
  readonly head: ReactNode
  readonly cells: readonly ReactNode[]
}): ReactElement => (
  <tr {...AS_ROW}>
    <th {...AS_ROW_HEADER}>{head}</th>
    {columns.slice(1).map(({ heading, align }, index) => (
      <td key={heading} {...AS_CELL} className={classes[align]} data-label={heading}>
        {cells[index]}
      </td>
    ))}
  </tr>
)
