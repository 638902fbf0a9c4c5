import type { ReactNode } from 'react'

import { useTexts } from '../../admin/language.js'
import notes from '../../parts/notes.module.css'
import { COMMON_TEXTS } from '../texts/common.js'
import { useFrame } from '../view/frame.js'

/** Why something is not shown; nothing where everything is. */
export const HiddenNote = ({
  isHidden,
  of,
}: {
  readonly isHidden: boolean
  readonly of: 'devices' | 'users' | 'reports'
}): ReactNode => {
  const texts = useTexts(COMMON_TEXTS)
  const { groupMinimum } = useFrame().answer
  return isHidden ? (
    <p className={notes['aside']}>{texts.notShownMeaning(groupMinimum, texts.units[of])}</p>
  ) : null
}
