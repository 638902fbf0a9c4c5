import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { ErrorInsight } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import notes from '../../parts/notes.module.css'
import { BreakDown } from '../parts/break-down.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { ERRORS_TEXTS } from '../texts/errors.js'

/** Error reports by another dimension than the groups of errors. */
export const ErrorValues = ({ insight }: { readonly insight: ErrorInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(ERRORS_TEXTS)
  const { language } = useWording().format
  const { groups, by, period, periods } = insight
  if (groups.length === 0) return <p className={notes['aside']}>{texts.allHidden}</p>
  return (
    <BreakDown
      title={texts.groupTitle(common.perPeriod[period], by.label[language])}
      meaning={texts.reportsMeaning}
      groups={groups.map(({ value, reports }) => ({ value, values: reports }))}
      notShown={periods.map(() => 0)}
      of="users"
      figure="sums"
      controls={undefined}
    />
  )
}
