import type { DataCategory } from '@candor/practices'
import { useMemo, type ReactElement, type ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import { COMMON_TEXTS as PRACTICE_WORDS } from '../../admin/parts/texts.js'
import type { InsightFrame } from '../../api/insight.js'
import type { Polled } from '../../api/polled.js'
import type { Shape } from '../../api/shape.js'
import { usePolled } from '../../api/use-polled.js'
import { useWording } from '../../language/wording.js'
import { PolledView } from '../../parts/polled-view.js'
import { UpdatedAgo } from '../../parts/updated-ago.js'
import { periodNames } from '../figures/period-names.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { FilterBar, type FilterChoice } from './filter-bar.js'
import { FrameContext, splitBy, type Frame } from './frame.js'
import { useView } from './use-view.js'
import { ViewControls } from './view-controls.js'
import { questionOf } from './view.js'
import classes from './view.module.css'

/** Pixels that a page's figures take about. */
const SKELETON_PIXELS = 720

const useFrameOf = (answer: InsightFrame): Frame => {
  const { language } = useWording().format
  const { soFar } = useTexts(COMMON_TEXTS)
  const [view] = useView()
  return useMemo(() => {
    const split = splitBy(view)
    const { shown, before = [] } = split(answer.periods)
    const names = periodNames(answer.period, shown, language, soFar)
    // Of the periods before, none is going on.
    const namesBefore = periodNames(answer.period, before, language)
    return { answer, firstDays: shown, names, namesBefore, split }
  }, [answer, view, language, soFar])
}

/** An answer with groups, whose values are known therefore. */
type Grouped = InsightFrame & { readonly groups?: readonly object[] }

const valuesOf = ({ groups = [] }: Grouped): readonly string[] =>
  groups.flatMap((group) => ('value' in group && typeof group.value === 'string' ? [group.value] : []))

const useChoices = (polled: Polled<Grouped>): readonly FilterChoice[] => {
  const { language } = useWording().format
  const { clients } = useTexts(PRACTICE_WORDS)
  if (polled.kind !== 'shown') return []
  const { dimensions, by } = polled.value
  const known: Readonly<Record<string, readonly string[]>> = {
    client: Object.keys(clients),
    seen: ['new', 'returning'],
    [by.id]: valuesOf(polled.value),
  }
  return dimensions.map(({ id, label }) => ({ id, label: label[language], values: known[id] ?? [] }))
}

/** Figures within the frame of their answer. */
export const Framed = <T extends InsightFrame>({
  answer,
  children,
}: {
  readonly answer: T
  readonly children: (answer: T) => ReactNode
}): ReactElement => {
  const frame = useFrameOf(answer)
  return <FrameContext value={frame}>{children(answer)}</FrameContext>
}

const CountedAt = ({ polled }: { readonly polled: Polled<InsightFrame> }): ReactNode => {
  const texts = useTexts(COMMON_TEXTS)
  if (polled.kind !== 'shown') return null
  return (
    <p className={classes['counted']}>
      <time dateTime={polled.value.asOf}>
        {texts.countedAt(polled.value.asOf.slice(0, 16).replace('T', ' '))}
      </time>
      <UpdatedAgo atMillis={polled.updatedAtMillis} />
    </p>
  )
}

/** What is asked of a lane, what is shown of it, and its figures. */
export const LanePage = <T extends InsightFrame>({
  lane,
  product,
  shape,
  children,
}: {
  readonly lane: DataCategory
  readonly product: string
  readonly shape: Shape<T>
  readonly children: (answer: T) => ReactNode
}): ReactElement => {
  const [view] = useView()
  const polled = usePolled(questionOf(lane, product, view), shape)
  const choices = useChoices(polled)
  return (
    <div className={classes['lane']} data-lane={lane}>
      <div className={classes['bar']}>
        <ViewControls />
        <FilterBar choices={choices} />
        <CountedAt polled={polled} />
      </div>
      <PolledView polled={polled} skeletonHeight={SKELETON_PIXELS}>
        {(answer) => <Framed answer={answer}>{children}</Framed>}
      </PolledView>
    </div>
  )
}
