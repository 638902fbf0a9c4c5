import { Skeleton, VisuallyHidden } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

import type { Polled } from '../api/polled.js'
import { useWording } from '../language/wording.js'
import { ProblemNote } from './problem-note.js'
import classes from './polled-view.module.css'

/** The figures of an answer, or why there are none. Older figures stay, paler, until newer ones arrive. */
export const PolledView = <T,>({
  polled,
  skeletonHeight,
  children,
}: {
  readonly polled: Polled<T>
  /** Pixels that the figures will take, so that nothing jumps when they arrive. */
  readonly skeletonHeight: number
  readonly children: (value: T) => ReactNode
}): ReactElement => {
  const { state } = useWording().messages
  if (polled.kind === 'failed') return <ProblemNote problem={polled.problem} />
  if (polled.kind === 'loading') {
    return (
      <div aria-busy="true">
        <VisuallyHidden>{state.loading}</VisuallyHidden>
        <Skeleton height={skeletonHeight} />
      </div>
    )
  }
  return (
    <div
      className={classes['figures']}
      data-freshness={polled.freshness}
      aria-busy={polled.freshness === 'previous'}
    >
      {polled.problem === undefined ? null : <ProblemNote problem={polled.problem} hint={state.stale} />}
      {children(polled.value)}
    </div>
  )
}
