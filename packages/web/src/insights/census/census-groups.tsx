import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { CensusInsight } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import notes from '../../parts/notes.module.css'
import { rateOf, rateOver } from '../figures/rates.js'
import { BreakDown, type BreakDownGroup } from '../parts/break-down.js'
import { FewChoice, useChoice } from '../parts/choice.js'
import { CENSUS_TEXTS } from '../texts/census.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame, type Frame } from '../view/frame.js'

/** What the groups of the census can be counted in. */
const MEASURES = ['devices', 'reports'] as const
type Measure = (typeof MEASURES)[number]

/** How a measure is told: by its latest figure, or, where it adds up, by its sum. */
const FIGURES = { devices: 'latest', reports: 'sums' } as const

/** The groups with their values of a measure, and their sign-in success over the periods that are shown. */
const breakDownOf = (
  { groups, totals }: Pick<CensusInsight, 'groups' | 'totals'>,
  measure: Measure,
  split: Frame['split'],
): readonly BreakDownGroup[] =>
  groups.map((group) => {
    const rate = rateOf('signIn', (dataType) => {
      const at = totals.counts.findIndex((count) => count.dataType === dataType)
      return at === -1 ? undefined : group.counts[at]
    })
    return {
      value: group.value,
      values: group[measure],
      rate: rate && rateOver({ good: split(rate.good).shown, attempts: split(rate.attempts).shown }),
    }
  })

/** The groups of the census, and what is counted of them. */
export const CensusGroups = ({ insight }: { readonly insight: CensusInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(CENSUS_TEXTS)
  const { language } = useWording().format
  const { split } = useFrame()
  const [measure, setMeasure] = useChoice('show', MEASURES)
  const groups = breakDownOf(insight, measure, split)
  if (groups.length === 0) return <p className={notes['aside']}>{texts.allHidden}</p>
  const isRated = groups.some(({ rate }) => rate !== undefined)
  const nothing = insight.periods.map(() => 0)
  const per = common.perPeriod[insight.period]
  return (
    <BreakDown
      title={texts.groupTitle(texts[measure], per, insight.by.label[language])}
      meaning={texts[`${measure}Meaning`]}
      groups={groups}
      notShown={measure === 'devices' ? insight.notShown.devices : nothing}
      of="devices"
      figure={FIGURES[measure]}
      rateName={isRated ? texts.signInRate : undefined}
      controls={
        <FewChoice
          label={texts.measure}
          value={measure}
          names={MEASURES.map((value) => ({ value, label: texts.measures[value] }))}
          onChange={setMeasure}
        />
      }
    />
  )
}
