import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import type { Change } from '../figures/change.js'
import { COMMON_TEXTS } from '../texts/common.js'
import classes from './parts.module.css'
import { useFigures } from './use-figures.js'

/** How a figure differs from the one before: by a sign, an arrow and words, never by colour. */
export const ChangeText = ({
  change,
  against,
}: {
  readonly change: Change
  /** What it is compared with. */
  readonly against?: string
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const { signed, points } = useFigures()
  if (change.kind === 'unknown') return <span className={classes['change']}>{texts.notComparable}</span>
  const words = against === undefined ? '' : ` ${against}`
  // What would be written as 0 is no change that a person could see.
  if (change.kind === 'same' || Math.abs(change.by) < 0.0005)
    return (
      <span className={classes['change']}>
        {texts.unchanged}
        {words}
      </span>
    )
  const told = change.as === 'share' ? signed(change.by) : `${points(change.by)} ${texts.points}`
  return (
    <span className={classes['change']}>
      <span className={classes['told']}>
        <span aria-hidden="true">{change.by > 0 ? '\u25B2' : '\u25BC'} </span>
        <strong>{told}</strong>
      </span>
      {words}
    </span>
  )
}
