import type { DataCategory } from '@candor/practices'
import type { ReactElement, ReactNode } from 'react'

import type { InsightFrame } from '../../api/insight.js'
import type { Shape } from '../../api/shape.js'
import { usePolled } from '../../api/use-polled.js'
import { PolledView } from '../../parts/polled-view.js'
import { useFrame } from './frame.js'
import { useView } from './use-view.js'
import { questionOf, type View } from './view.js'

interface AskedProps<T> {
  readonly lane: DataCategory
  readonly shape: Shape<T>
  /** What differs from the view of the page. */
  readonly changes: Partial<View>
  /** Pixels. */
  readonly skeletonHeight: number
  readonly children: (answer: T) => ReactNode
}

/** A part of a page that asks a question of its own: the page's view, with some changes. */
export const Asked = <T,>({
  lane,
  shape,
  changes,
  skeletonHeight,
  children,
}: AskedProps<T>): ReactElement => {
  const [view] = useView()
  const { product } = useFrame().answer
  const polled = usePolled(questionOf(lane, product, { ...view, ...changes }), shape)
  return (
    <PolledView polled={polled} skeletonHeight={skeletonHeight}>
      {children}
    </PolledView>
  )
}

/** Figures over all periods at once, of those that are shown alone: asked for anew where the page compares them with those before. */
export const ShownAlone = <T extends InsightFrame>({
  answer,
  ...asked
}: Omit<AskedProps<T>, 'changes'> & { readonly answer: T }): ReactNode => {
  const [{ comparison }] = useView()
  return comparison === 'none' ? (
    asked.children(answer)
  ) : (
    <Asked {...asked} changes={{ comparison: 'none' }} />
  )
}
