import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useLanguage, useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Badge } from '../parts/badge.js'
import { isolated, Name } from '../parts/name.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { AlertActions } from './alert-actions.js'
import { ruleWords } from './rule.js'
import { ALERTS_TEXTS } from './texts.js'

/** Where an alert is told, and what did not arrive. */
const Channels = ({
  alert: { channels, waiting, undelivered },
}: {
  readonly alert: Shape<'Alert'>
}): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  return (
    <span>
      {channels.map(({ to }) => isolated(to)).join(', ')}
      {waiting === 0 ? null : <small className={classes['plain']}> {texts.waiting(waiting)}</small>}{' '}
      {undelivered === 0 ? null : <Badge tone="bad">{texts.undelivered(undelivered)}</Badge>}
    </span>
  )
}

/** The alerts of a product, and how they stand. */
export const AlertsTable = ({
  alerts,
  onChanged,
}: {
  readonly alerts: readonly Shape<'Alert'>[]
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(ALERTS_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const words = useWords()
  const language = useLanguage()
  const { role } = useMe()
  const format = (number: number): string => number.toLocaleString(language)
  const valueOf = ({ value, checkedAt }: Shape<'Alert'>): string => {
    if (value !== null) return format(value)
    return checkedAt === null ? texts.notChecked : texts.notShown
  }
  const headings = [texts.name, texts.fires, texts.state, texts.value, texts.channels]
  const columns: readonly Column[] = [
    ...headings.map((heading) => ({ heading, align: 'text' }) as const),
    ...(role === 'operator' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
  return (
    <StackedTable caption={texts.title} columns={columns}>
      {alerts.map((alert) => (
        <StackedRow
          key={alert.id}
          columns={columns}
          head={<Name>{alert.name}</Name>}
          cells={[
            ruleWords(alert.rule, texts, words.category, format),
            <span key="state">
              <Badge tone={alert.state === 'firing' ? 'bad' : 'good'}>{texts.states[alert.state]}</Badge>{' '}
              {texts.since(words.time(alert.since))}
            </span>,
            valueOf(alert),
            <Channels key="channels" alert={alert} />,
            role === 'operator' ? <AlertActions key="actions" alert={alert} onChanged={onChanged} /> : null,
          ]}
        />
      ))}
    </StackedTable>
  )
}
