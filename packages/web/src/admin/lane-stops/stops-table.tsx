import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useAdmin } from '../api/admin-context.js'
import { once, openBody, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { LaneMark } from '../parts/lane-mark.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { LANE_STOPS_TEXTS } from './texts.js'

const EndStop = ({
  stop,
  onChanged,
}: {
  readonly stop: Shape<'LaneStop'>
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(LANE_STOPS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const { product, category } = stop
  const end = async () => {
    const body = openBody({ product, category, until: null })
    const answer = await run(api.PUT('/api/lane-stops', { params: { header: once() }, body }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  return (
    <Confirm
      label={texts.end}
      name={`${product} ${texts.lanes[category]}`}
      question={texts.endText}
      state={state}
      run={end}
    />
  )
}

/** The stops there are. */
export const StopsTable = ({
  stops,
  access,
  onChanged,
}: {
  readonly stops: readonly Shape<'LaneStop'>[]
  readonly access: 'change' | 'read'
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(LANE_STOPS_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const words = useWords()
  const columns: readonly Column[] = [
    { heading: texts.lane, align: 'text' },
    { heading: texts.product, align: 'text' },
    { heading: texts.until, align: 'text' },
    ...(access === 'change' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
  return (
    <StackedTable caption={texts.title} columns={columns}>
      {stops.map((stop) => (
        <StackedRow
          key={`${stop.product} ${stop.category}`}
          columns={columns}
          head={<LaneMark lane={stop.category}>{texts.lanes[stop.category]}</LaneMark>}
          cells={[
            <code key="product" translate="no">
              {stop.product}
            </code>,
            words.time(stop.until),
            <EndStop key="end" stop={stop} onChanged={onChanged} />,
          ]}
        />
      ))}
    </StackedTable>
  )
}
