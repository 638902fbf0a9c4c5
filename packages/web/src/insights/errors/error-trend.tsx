import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { ErrorInsight } from '../../api/insight.js'
import type { TimeSeries } from '../../charts/time-series.js'
import { TimeCard } from '../parts/time-card.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { ERRORS_TEXTS } from '../texts/errors.js'
import { useFrame } from '../view/frame.js'

const BEFORE_SLOT = 7

/** Error reports as bars, and those of the periods before where they are compared. */
export const ErrorTrend = ({ insight }: { readonly insight: ErrorInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(ERRORS_TEXTS)
  const { split } = useFrame()
  const { shown, before } = split(insight.reports)
  const reports = { id: 'reports', label: texts.reports, unit: '', values: shown } as const
  const series: readonly TimeSeries[] = [
    { ...reports, look: { kind: 'lane', lane: 'error' }, draw: 'bar' },
    ...(before === undefined
      ? []
      : [
          {
            ...reports,
            id: 'reports-before',
            label: common.before(texts.reports),
            values: before,
            look: { kind: 'before', slot: BEFORE_SLOT },
            draw: 'line',
          } as const,
        ]),
  ]
  return (
    <TimeCard
      id="errors"
      title={texts.trendTitle(common.perPeriod[insight.period])}
      meaning={texts.reportsMeaning}
      series={series}
      height={240}
    />
  )
}
