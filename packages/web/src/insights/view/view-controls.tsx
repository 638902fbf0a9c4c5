import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useId, type ReactElement } from 'react'

import { useTexts } from '../../admin/language.js'
import { COMMON_TEXTS } from '../texts/common.js'
import { useView } from './use-view.js'
import { canCompare, DEFAULT_PERIODS, OFFERED_PERIODS, PERIODS, type View } from './view.js'
import classes from './view.module.css'

const countsOf = ({ period, periods }: View): readonly number[] =>
  [...new Set([...OFFERED_PERIODS[period], periods])].toSorted((one, other) => one - other)

const Comparison = ({
  view,
  onChange,
}: {
  readonly view: View
  readonly onChange: (view: Partial<View>) => void
}): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const id = useId()
  const isPossible = canCompare(view)
  return (
    <div className={classes['comparison']}>
      <label>
        <input
          type="checkbox"
          checked={view.comparison === 'previous'}
          aria-describedby={isPossible ? undefined : id}
          onChange={({ currentTarget }) =>
            onChange({ comparison: currentTarget.checked ? 'previous' : 'none' })
          }
        />
        {texts.compare}
      </label>
      {isPossible || view.comparison === 'none' ? null : <small id={id}>{texts.compareRefused}</small>}
    </div>
  )
}

/** The periods, how many, and whether they are compared. All of it stands in the address. */
export const ViewControls = (): ReactElement => {
  const texts = useTexts(COMMON_TEXTS)
  const [view, change] = useView()
  const { period, periods } = view
  return (
    <div className={classes['controls']}>
      <SegmentedControl
        aria-label={texts.period}
        value={period}
        onChange={(next) => {
          const found = PERIODS.find((each) => each === next) ?? 'day'
          change({ period: found, periods: DEFAULT_PERIODS[found] })
        }}
        data={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
      />
      <NativeSelect
        aria-label={texts.span}
        value={String(periods)}
        onChange={({ currentTarget }) => change({ periods: Number(currentTarget.value) })}
        data={countsOf(view).map((count) => ({ value: String(count), label: texts.last[period](count) }))}
      />
      <Comparison view={view} onChange={change} />
    </div>
  )
}
