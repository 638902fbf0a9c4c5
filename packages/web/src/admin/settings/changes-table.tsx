import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import { LaneMark } from '../parts/lane-mark.js'
import { isolated } from '../parts/name.js'
import { REASON_TEXTS } from '../parts/reasons.js'
import { SourceText } from '../parts/source-text.js'
import { useWords } from '../parts/use-words.js'
import { typeNames } from './type-names.js'
import styles from './settings.module.css'
import { SETTINGS_TEXTS } from './texts.js'

const Decided = ({ decision }: { readonly decision: Shape<'DecisionSummary'> }): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const reasons = useTexts(REASON_TEXTS)
  const { collect, reason, control, source } = decision
  return (
    <span>
      <strong>{collect ? texts.yes : texts.no}</strong>
      <span className={styles['why']}>
        {reasons[reason]}
        {control === null || source === 'default' ? null : (
          <>
            {' ('}
            <code translate="no">{control}</code>, <SourceText source={source} />)
          </>
        )}
      </span>
    </span>
  )
}

const useWhere = (): ((change: Shape<'DecisionChange'>) => string) => {
  const texts = useTexts(SETTINGS_TEXTS)
  return ({ os, choice, place }) =>
    [
      os.includes('other') ? texts.allSystems : os.map(isolated).join(', '),
      ...(choice === null ? [] : [texts.choice[choice]]),
      ...(place === null ? [] : [texts.inMeeting(isolated(place))]),
    ].join('; ')
}

/** The decisions that a change of a setting would change. */
export const ChangesTable = ({
  changes,
}: {
  readonly changes: readonly Shape<'DecisionChange'>[]
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const words = useWords()
  const where = useWhere()
  const columns: readonly Column[] = [
    { heading: texts.client, align: 'text' },
    { heading: texts.category, align: 'text' },
    { heading: texts.dataTypes, align: 'text' },
    { heading: texts.where, align: 'text' },
    { heading: texts.before, align: 'text' },
    { heading: texts.after, align: 'text' },
  ]
  return (
    <StackedTable caption={texts.decisions} columns={columns}>
      {changes.map((change) => (
        <StackedRow
          key={JSON.stringify([change.client, change.category, change.os, change.choice, change.place])}
          columns={columns}
          head={words.client(change.client)}
          cells={[
            <LaneMark key="lane" lane={change.category}>
              {words.category(change.category)}
            </LaneMark>,
            <span key="types" translate="no">
              {typeNames(change.dataTypes)}
            </span>,
            where(change),
            <Decided key="before" decision={change.before} />,
            <Decided key="after" decision={change.after} />,
          ]}
        />
      ))}
    </StackedTable>
  )
}
