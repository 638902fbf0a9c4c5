import type { DataCategory } from '@candor/practices'
import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { censusInsight, errorInsight, usageInsight, type InsightFrame } from '../../api/insight.js'
import type { Shape } from '../../api/shape.js'
import { usePolled } from '../../api/use-polled.js'
import { useWording } from '../../language/wording.js'
import { PolledView } from '../../parts/polled-view.js'
import { CensusTiles } from '../census/census-tiles.js'
import { ErrorTiles } from '../errors/error-tiles.js'
import { OVERVIEW_TEXTS } from '../texts/overview.js'
import { UsageTiles } from '../usage/usage-tiles.js'
import { InsightLink, type InsightPage } from '../view/insight-link.js'
import { Framed } from '../view/lane-page.js'
import { useView } from '../view/use-view.js'
import { questionOf } from '../view/view.js'
import { ViewControls } from '../view/view-controls.js'
import classes from '../view/view.module.css'
import { Questions } from './questions.js'

const SKELETON_PIXELS = 240

interface LaneProps<T> {
  readonly lane: DataCategory
  readonly page: InsightPage
  readonly product: string
  readonly shape: Shape<T>
  readonly children: (answer: T) => ReactElement
}

const Lane = <T extends InsightFrame>({
  lane,
  page,
  product,
  shape,
  children,
}: LaneProps<T>): ReactElement => {
  const { lanes } = useWording().messages
  const texts = useTexts(OVERVIEW_TEXTS)
  const [view] = useView()
  const polled = usePolled(questionOf(lane, product, { ...view, by: undefined }), shape)
  return (
    <section className={classes['lane']} data-lane={lane} aria-labelledby={`${lane}-title`}>
      <div className={classes['laneHead']}>
        <h2 id={`${lane}-title`}>{lanes[lane]}</h2>
        <InsightLink page={page}>{texts.open[lane]}</InsightLink>
      </div>
      <PolledView polled={polled} skeletonHeight={SKELETON_PIXELS}>
        {(answer) => <Framed answer={answer}>{children}</Framed>}
      </PolledView>
    </section>
  )
}

/** The figures that each lane opens with, and ways to what is asked often. */
export const OverviewPage = ({ product }: { readonly product: string }): ReactElement => (
  <>
    <div className={classes['bar']}>
      <ViewControls />
    </div>
    <Lane lane="census" page="census" product={product} shape={censusInsight}>
      {(insight) => <CensusTiles insight={insight} />}
    </Lane>
    <Lane lane="usage" page="usage" product={product} shape={usageInsight}>
      {(insight) => <UsageTiles insight={insight} />}
    </Lane>
    <Lane lane="error" page="errors" product={product} shape={errorInsight}>
      {(insight) => <ErrorTiles insight={insight} />}
    </Lane>
    <Questions />
  </>
)
