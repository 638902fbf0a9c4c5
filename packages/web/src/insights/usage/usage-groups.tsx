import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { UsageInsight } from '../../api/insight.js'
import { useQuery } from '../../app/use-query.js'
import { useWording } from '../../language/wording.js'
import notes from '../../parts/notes.module.css'
import { BreakDown } from '../parts/break-down.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { USAGE_TEXTS } from '../texts/usage.js'

const REPORTS = 'reports'

/** The groups of usage, and what is counted of them: the reports, or one of the series. */
export const UsageGroups = ({ insight }: { readonly insight: UsageInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(USAGE_TEXTS)
  const { language } = useWording().format
  const [query, change] = useQuery()
  const { series, groups, by, notShown, period, periods } = insight
  if (groups.length === 0) return <p className={notes['aside']}>{texts.allHidden}</p>
  const at = series.findIndex(({ dataType }) => dataType === query.get('show'))
  const chosen = series[at]
  const label = chosen?.label[language] ?? texts.reports
  return (
    <BreakDown
      title={texts.groupTitle(label, common.perPeriod[period], by.label[language])}
      meaning={chosen === undefined ? texts.reportsMeaning : texts.occurrences}
      groups={groups.map((group) => ({
        value: group.value,
        values: (chosen === undefined ? group.reports : group.series[at]) ?? periods.map(() => null),
      }))}
      notShown={chosen === undefined ? notShown.reports : periods.map(() => 0)}
      of="reports"
      figure="sums"
      controls={
        <NativeSelect
          aria-label={texts.measure}
          value={chosen?.dataType ?? REPORTS}
          onChange={({ currentTarget: { value } }) => change({ show: value === REPORTS ? undefined : value })}
          data={[
            { value: REPORTS, label: texts.reports },
            ...series.map(({ dataType, label: name }) => ({ value: dataType, label: name[language] })),
          ]}
        />
      }
    />
  )
}
