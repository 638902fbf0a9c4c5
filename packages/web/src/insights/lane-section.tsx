import type { DataCategory } from '@candor/practices'
import { Title } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

import type { Polled } from '../api/polled.js'
import { useWording } from '../language/wording.js'
import { PolledView } from '../parts/polled-view.js'
import { UpdatedAgo } from '../parts/updated-ago.js'
import classes from './insights.module.css'

/** Pixels that a section's figures take about. */
const SKELETON_HEIGHT = 460

/** One lane's section: its heading in its colour, what it is about, and its figures. */
export const LaneSection = <T,>({
  lane,
  lead,
  polled,
  children,
}: {
  readonly lane: DataCategory
  readonly lead: string
  readonly polled: Polled<T>
  readonly children: (value: T) => ReactNode
}): ReactElement => {
  const { lanes } = useWording().messages
  const titleId = `${lane}-title`
  return (
    <section id={lane} aria-labelledby={titleId} className={classes['lane']} data-lane={lane}>
      <div className={classes['laneHead']}>
        <Title order={2} id={titleId}>
          {lanes[lane]}
        </Title>
        {polled.kind === 'shown' ? <UpdatedAgo atMillis={polled.updatedAtMillis} /> : null}
      </div>
      <p className={classes['lead']}>{lead}</p>
      <PolledView polled={polled} skeletonHeight={SKELETON_HEIGHT}>
        {children}
      </PolledView>
    </section>
  )
}
