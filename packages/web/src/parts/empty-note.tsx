import type { ReactElement } from 'react'

import classes from './notes.module.css'

/** That there is nothing yet, and what would change it. */
export const EmptyNote = ({
  title,
  text,
}: {
  readonly title: string
  readonly text: string
}): ReactElement => (
  <div className={classes['empty']}>
    <p className={classes['title']}>{title}</p>
    <p>{text}</p>
  </div>
)
