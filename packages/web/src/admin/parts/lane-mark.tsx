import type { ReactElement, ReactNode } from 'react'

import type { Shape } from '../api/api.js'
import classes from './lane-mark.module.css'

/** A word of a lane, with the lane's colour beside it. */
export const LaneMark = ({
  lane,
  children,
}: {
  readonly lane: Shape<'Category'>
  readonly children: ReactNode
}): ReactElement => (
  <span className={classes['mark']} data-lane={lane}>
    {children}
  </span>
)
