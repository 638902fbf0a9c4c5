import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { censusInsight, type CensusInsight } from '../../api/insight.js'
import notes from '../../parts/notes.module.css'
import { rateOf } from '../figures/rates.js'
import { NothingNote } from '../parts/nothing-note.js'
import { RateCard } from '../parts/rate-card.js'
import { CENSUS_TEXTS } from '../texts/census.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { LanePage } from '../view/lane-page.js'
import { ActiveCard } from './active-card.js'
import { countOf } from './census-counts.js'
import { CensusGroups } from './census-groups.js'
import { CensusTiles } from './census-tiles.js'
import { NewCard } from './new-card.js'
import { VersionCard } from './version-card.js'

const isEmpty = ({ groups, notShown, totals }: CensusInsight): boolean =>
  groups.length === 0 &&
  notShown.devices.every((devices) => devices === 0) &&
  [totals.devices, totals.reports].every((values) => values.every((value) => (value ?? 0) === 0))

const CensusFigures = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(CENSUS_TEXTS)
  if (isEmpty(insight)) return <NothingNote title={texts.emptyTitle} text={texts.emptyText} />
  const per = common.perPeriod[insight.period]
  const signIns = rateOf('signIn', countOf(insight))
  return (
    <>
      <CensusTiles insight={insight} />
      {insight.userEpochs > 1 ? (
        <p className={notes['aside']}>{common.userEpochs(insight.userEpochs)}</p>
      ) : null}
      <ActiveCard insight={insight} />
      <CensusGroups insight={insight} />
      <NewCard insight={insight} />
      <VersionCard insight={insight} />
      {signIns === undefined ? null : (
        <RateCard
          id="sign-ins"
          title={texts.signInTitle(per)}
          meaning={texts.signInRateMeaning}
          rate={signIns}
          names={{ good: texts.succeeded, bad: texts.failed, rate: texts.signInRate }}
        />
      )}
    </>
  )
}

/** Census: devices, users, versions and sign-ins. */
export const CensusPage = ({ product }: { readonly product: string }): ReactElement => (
  <LanePage lane="census" product={product} shape={censusInsight}>
    {(insight) => <CensusFigures insight={insight} />}
  </LanePage>
)
