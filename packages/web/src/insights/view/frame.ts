import { createContext, use } from 'react'

import type { InsightFrame } from '../../api/insight.js'
import type { PeriodName } from '../../charts/time-option.js'
import type { Split } from '../figures/split.js'
import { splitOf } from '../figures/split.js'
import type { View } from './view.js'

/** What everything on a page shares: the answer's frame, and what of its periods is shown. */
export interface Frame {
  readonly answer: InsightFrame
  /** First days of the periods that are shown. */
  readonly firstDays: readonly string[]
  /** Their names, in the page's language. */
  readonly names: readonly PeriodName[]
  /** Names of the periods that they are compared with; none where they are not. */
  readonly namesBefore: readonly PeriodName[]
  /** The values of the periods that are shown, and of those before where they are compared. */
  readonly split: <T>(values: readonly T[]) => Split<T>
}

/** How an answer's values are split by a view. */
export const splitBy =
  ({ periods, comparison }: View) =>
  <T>(values: readonly T[]): Split<T> => {
    const split = splitOf(values, periods)
    return comparison === 'previous' ? split : { ...split, before: undefined }
  }

/** The frame of the figures; only within a page that has them. */
export const FrameContext = createContext<Frame | undefined>(undefined)

/** The frame of the figures. Throws outside of a page that has them. */
export const useFrame = (): Frame => {
  const frame = use(FrameContext)
  if (frame === undefined) throw new Error('figures are shown only within a page of insights')
  return frame
}
