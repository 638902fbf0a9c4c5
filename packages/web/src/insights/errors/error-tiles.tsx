import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { ErrorInsight } from '../../api/insight.js'
import { Tiles } from '../parts/tiles.js'
import { useTile } from '../parts/use-tile.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { ERRORS_TEXTS } from '../texts/errors.js'

/** The figures that errors open with. */
export const ErrorTiles = ({ insight }: { readonly insight: ErrorInsight }): ReactElement => {
  const common = useTexts(COMMON_TEXTS)
  const texts = useTexts(ERRORS_TEXTS)
  const { sum } = useTile()
  const hiddenText = common.hiddenUsers(insight.groupMinimum)
  return (
    <Tiles
      tiles={[
        sum(
          { id: 'reports', label: texts.reports, unit: '', meaning: texts.reportsMeaning, hiddenText },
          insight.reports,
        ),
      ]}
    />
  )
}
