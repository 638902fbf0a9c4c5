import type { DataCategory } from '@candor/practices'
import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { Distribution } from '../../api/insight.js'
import { useWording } from '../../language/wording.js'
import { USAGE_TEXTS } from '../texts/usage.js'
import { BarsCard } from './bars-card.js'
import { useFigures } from './use-figures.js'

/** How often each measurement fell in which range; nothing where there is none. */
export const DistributionCards = ({
  distributions,
  lane,
  meaning,
}: {
  readonly distributions: readonly Distribution[]
  readonly lane: DataCategory
  readonly meaning: string
}): readonly ReactElement[] => {
  const texts = useTexts(USAGE_TEXTS)
  const { language } = useWording().format
  const { figure } = useFigures()
  return distributions
    .filter(({ total }) => total > 0)
    .map(({ dataType, label, unit, buckets }) => {
      const title = unit === '' ? label[language] : `${label[language]} (${unit})`
      return (
        <BarsCard
          key={`${dataType} ${title}`}
          id={dataType}
          title={title}
          meaning={meaning}
          content={{
            label: texts.times,
            bars: buckets.map(({ from, count }) => ({
              id: String(from),
              label: figure(from, ''),
              value: count,
            })),
            unit: '',
            look: { kind: 'lane', lane },
          }}
          form="histogram"
          headings={{ bar: unit === '' ? texts.range : `${texts.range} (${unit})`, value: texts.times }}
        />
      )
    })
}
