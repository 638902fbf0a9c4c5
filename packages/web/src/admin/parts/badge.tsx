import type { ReactElement, ReactNode } from 'react'

import classes from './admin.module.css'

/** A word for a state. Its colour says nothing that the word does not. */
export const Badge = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'good' | 'bad' | 'plain'
  readonly children: ReactNode
}): ReactElement => (
  <span className={classes['badge']} data-tone={tone}>
    {children}
  </span>
)
