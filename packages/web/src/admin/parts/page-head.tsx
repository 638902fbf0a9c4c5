import { Title } from '@mantine/core'
import { use, useEffect, useRef, type ReactElement } from 'react'

import { QueryContext } from '../../app/use-query.js'
import classes from './admin.module.css'

/** The heading of a page. It takes the focus where the page came in the place of another, so that one hears where one is. */
export const PageHead = ({
  title,
  lead,
}: {
  readonly title: string
  readonly lead?: string
}): ReactElement => {
  const store = use(QueryContext)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (store.hasGone()) heading.current?.focus()
  }, [store])
  useEffect(() => {
    document.title = `${title} - Candor`
  }, [title])
  return (
    <div>
      <Title order={1} ref={heading} tabIndex={-1} className={classes['title']}>
        {title}
      </Title>
      {lead === undefined ? null : <p className={classes['lead']}>{lead}</p>}
    </div>
  )
}
