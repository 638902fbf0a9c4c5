import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Name, isolated } from '../parts/name.js'
import { useWords } from '../parts/use-words.js'
import { usePlainEffect } from './plain-effect.js'
import { SETTINGS_TEXTS } from './texts.js'

/** The settings of a control: those of the organisation, and those of the deployment that count for it too. */
export const CurrentSettings = ({
  control,
  organisation,
  settings,
}: {
  readonly control: Shape<'ControlDescription'>
  readonly organisation: string
  readonly settings: readonly Shape<'Setting'>[]
}): ReactElement => {
  const texts = useTexts(SETTINGS_TEXTS)
  const words = useWords()
  const effect = usePlainEffect()
  const columns: readonly Column[] = [
    { heading: texts.scope, align: 'text' },
    { heading: texts.value, align: 'text' },
    { heading: texts.changed, align: 'text' },
  ]
  if (settings.length === 0) return <p className={classes['quiet']}>{texts.noneSet}</p>
  return (
    <StackedTable caption={words.organisation(organisation)} columns={columns}>
      {settings.map((setting) => (
        <StackedRow
          key={`${setting.organisation} ${setting.scope}`}
          columns={columns}
          head={
            <span>
              <Name>{setting.scope}</Name>
              {setting.organisation === organisation ? null : (
                <span className={classes['quiet']}> ({words.organisation(setting.organisation)})</span>
              )}
            </span>
          }
          cells={[
            <span key="value">
              <code translate="no">{setting.value ? 'True' : 'False'}</code>: {effect(control, setting.value)}
            </span>,
            texts.changedBy(
              words.time(setting.changedAt),
              setting.changedBy === null ? texts.beforeLog : isolated(setting.changedBy),
            ),
          ]}
        />
      ))}
    </StackedTable>
  )
}
