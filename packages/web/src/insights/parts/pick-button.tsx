import type { ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { COMMON_TEXTS } from '../texts/common.js'
import classes from './parts.module.css'

/** The name of a group, as a button that filters by it. */
export const PickButton = ({
  name,
  onPick,
}: {
  readonly name: string
  readonly onPick: () => void
}): ReactElement => {
  const { filterTo } = useTexts(COMMON_TEXTS)
  return (
    <button
      type="button"
      className={classes['pick']}
      aria-label={filterTo(name)}
      title={filterTo(name)}
      onClick={onPick}
    >
      <bdi translate="no">{name}</bdi>
    </button>
  )
}
