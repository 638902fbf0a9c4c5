import type { ReactElement } from 'react'

import { useWording } from '../language/wording.js'
import classes from './insights.module.css'

/** A total with what it counts. */
export interface Total {
  readonly label: string
  /** null: it is not shown, since too few stand behind it. */
  readonly value: number | null
  /** What stands there instead of a value that is not shown. */
  readonly hiddenText: string
  readonly meaning: string
}

/** The totals of a period, each with its definition. */
export const TotalTiles = ({ totals }: { readonly totals: readonly Total[] }): ReactElement => {
  const { format } = useWording()
  return (
    <dl className={classes['tiles']}>
      {totals.map(({ label, value, hiddenText, meaning }) => (
        <div key={label}>
          <dt>{label}</dt>
          {value === null ? (
            <dd className={classes['small']}>{hiddenText}</dd>
          ) : (
            <dd className={classes['figure']}>{format.number(value)}</dd>
          )}
          <dd className={classes['meaning']}>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
