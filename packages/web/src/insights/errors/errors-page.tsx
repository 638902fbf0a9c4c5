import type { ReactElement, ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import { errorInsight, type ErrorInsight } from '../../api/insight.js'
import notes from '../../parts/notes.module.css'
import { DistributionCards } from '../parts/distribution-cards.js'
import { NothingNote } from '../parts/nothing-note.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { ERRORS_TEXTS } from '../texts/errors.js'
import { ShownAlone } from '../view/asked.js'
import { LanePage } from '../view/lane-page.js'
import { ErrorGroups, FINGERPRINT } from './error-groups.js'
import { GroupPanel } from './group-panel.js'
import { ErrorTiles } from './error-tiles.js'
import { ErrorTrend } from './error-trend.js'
import { ErrorValues } from './error-values.js'

/** The group of errors that the page is filtered to, where it is one. */
const ChosenGroup = ({ answer }: { readonly answer: ErrorInsight }): ReactNode => {
  const fingerprint = answer.where.find(({ id }) => id === FINGERPRINT)?.value
  if (fingerprint === undefined) return null
  const state = answer.groups.find(({ value }) => value === fingerprint)?.state ?? 'open'
  return <GroupPanel key={fingerprint} product={answer.product} fingerprint={fingerprint} state={state} />
}

const ErrorFigures = ({ insight }: { readonly insight: ErrorInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(ERRORS_TEXTS)
  const { reports, groups, userEpochs } = insight
  const isEmpty = reports.every((count) => (count ?? 0) === 0)
  if (isEmpty && groups.length === 0)
    return (
      <>
        <NothingNote title={texts.emptyTitle} text={texts.emptyText} />
        <ChosenGroup answer={insight} />
      </>
    )
  return (
    <>
      <ErrorTiles insight={insight} />
      {userEpochs > 1 ? <p className={notes['aside']}>{common.userEpochs(userEpochs)}</p> : null}
      <ErrorTrend insight={insight} />
      <ShownAlone lane="error" shape={errorInsight} answer={insight} skeletonHeight={420}>
        {(alone) => (
          <>
            <ChosenGroup answer={alone} />
            {alone.by.id === FINGERPRINT ? (
              <ErrorGroups shown={alone} compared={insight} />
            ) : (
              <ErrorValues insight={insight} />
            )}
            <DistributionCards
              distributions={alone.distributions}
              lane="error"
              meaning={texts.distributionMeaning}
            />
          </>
        )}
      </ShownAlone>
    </>
  )
}

/** Errors: how many, for whom, and in which groups. */
export const ErrorsPage = ({ product }: { readonly product: string }): ReactElement => (
  <LanePage lane="error" product={product} shape={errorInsight}>
    {(insight) => <ErrorFigures insight={insight} />}
  </LanePage>
)
