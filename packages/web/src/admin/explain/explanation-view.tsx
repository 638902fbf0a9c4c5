import { ROLE_TEXTS } from '@candor/practices'
import type { ReactElement } from 'react'

import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import type { Shape } from '../api/api.js'
import { useLanguage, useTexts } from '../language.js'
import { AdminLink } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { useOrganisation } from '../parts/choices.js'
import { isolated } from '../parts/name.js'
import { SourceText } from '../parts/source-text.js'
import { useWords } from '../parts/use-words.js'
import styles from './explain.module.css'
import { EXPLAIN_TEXTS } from './texts.js'
import { valueText } from './value-text.js'

type Considered = Shape<'ConsideredSetting'>

const SettingsTable = ({
  title,
  settings,
}: {
  readonly title: string
  readonly settings: readonly Considered[]
}): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const columns: readonly Column[] = [
    { heading: texts.control, align: 'text' },
    { heading: texts.source, align: 'text' },
    { heading: texts.value, align: 'text' },
  ]
  return (
    <StackedTable caption={title} columns={columns}>
      {settings.map((setting) => (
        <StackedRow
          key={`${setting.control} ${setting.source}`}
          columns={columns}
          head={<code translate="no">{setting.control}</code>}
          cells={[
            <SourceText key="source" source={setting.source} />,
            <span key="value">
              <code translate="no">{valueText(setting.value)}</code>
              {setting.form === 'malformed' ? ` (${texts.malformed})` : null}
            </span>,
          ]}
        />
      ))}
    </StackedTable>
  )
}

const SettingsLink = ({ control }: { readonly control: string }): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const organisation = useOrganisation()
  return (
    <AdminLink
      path="/admin/settings"
      query={{ control, organisation: organisation === '' ? undefined : organisation }}
    >
      {texts.toSettings}
    </AdminLink>
  )
}

const Facts = ({ explanation }: { readonly explanation: Shape<'Explanation'> }): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const language = useLanguage()
  const words = useWords()
  const { decision, meeting } = explanation
  const able = decision.mayChange.map((role) => ROLE_TEXTS[role][language])
  return (
    <dl className={classes['facts']}>
      {decision.control === null ? null : (
        <>
          <dt>{texts.winning}</dt>
          <dd>
            <code translate="no">{decision.control}</code>, <SourceText source={decision.source} />.{' '}
            <SettingsLink control={decision.control} />
          </dd>
        </>
      )}
      <dt>{texts.mayChange}</dt>
      <dd>{able.length === 0 ? texts.nobody : words.list(able)}</dd>
      {meeting === null ? null : (
        <>
          <dt>{texts.meeting}</dt>
          <dd>
            {texts.meetingText(
              isolated(meeting.pool),
              meeting.site === null ? texts.noSite : isolated(meeting.site),
              words.organisation(meeting.host),
            )}
          </dd>
        </>
      )}
    </dl>
  )
}

/** A decision in plain sentences, the setting that won, those that lost, and who may change it. */
export const ExplanationView = ({
  explanation,
}: {
  readonly explanation: Shape<'Explanation'>
}): ReactElement => {
  const texts = useTexts(EXPLAIN_TEXTS)
  const language = useLanguage()
  const { decision, settings, text } = explanation
  const won = settings.filter(({ outcome }) => outcome === 'decided')
  const lost = settings.filter(({ outcome }) => outcome === 'lost')
  return (
    <section
      className={styles['answer']}
      data-collect={decision.collect ? 'yes' : 'no'}
      aria-live="polite"
      aria-labelledby="verdict"
    >
      <div>
        <h2 id="verdict" className={styles['verdict']}>
          {decision.collect ? texts.collected : texts.notCollected}
        </h2>
        <p className={classes['plain']}>{text[language]}</p>
      </div>
      <Facts explanation={explanation} />
      {won.length === 0 ? null : <SettingsTable title={texts.winningSetting} settings={won} />}
      {lost.length === 0 ? (
        <p className={classes['quiet']}>{texts.noneLost}</p>
      ) : (
        <SettingsTable title={texts.losing} settings={lost} />
      )}
    </section>
  )
}
