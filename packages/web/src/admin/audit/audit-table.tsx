import type { ReactElement } from 'react'

import { useWording } from '../../language/wording.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import type { Shape } from '../api/api.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { isolated, Name } from '../parts/name.js'
import { useWords } from '../parts/use-words.js'
import styles from './audit.module.css'
import { AUDIT_TEXTS } from './texts.js'

const MAX_SHOWN = 2000

const Json = ({ title, value }: { readonly title: string; readonly value: unknown }): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  const text = JSON.stringify(value, null, 1) ?? ''
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {value === null || value === undefined ? (
          texts.nothing
        ) : (
          <pre className={styles['json']} translate="no" dir="ltr">
            {text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}
          </pre>
        )}
      </dd>
    </>
  )
}

const Change = ({ entry }: { readonly entry: Shape<'AuditEntry'> }): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  return (
    <details className={styles['change']}>
      <summary>{texts.details}</summary>
      <dl>
        <Json title={texts.before} value={entry.before} />
        <Json title={texts.after} value={entry.after} />
        <dt>{texts.hash}</dt>
        <dd>
          <code translate="no">{entry.hash}</code>
        </dd>
      </dl>
    </details>
  )
}

const Actor = ({ entry }: { readonly entry: Shape<'AuditEntry'> }): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  const { actor, address } = entry
  return (
    <span>
      <Name>{actor.name}</Name>
      <span className={classes['quiet']}>
        {' '}
        ({texts.actors[actor.kind]}
        {address === null ? '' : `, ${texts.from(isolated(address))}`})
      </span>
    </span>
  )
}

/** Entries, the newest first. */
export const AuditTable = ({
  entries,
}: {
  readonly entries: readonly Shape<'AuditEntry'>[]
}): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  const words = useWords()
  const { format } = useWording()
  const columns: readonly Column[] = [
    { heading: texts.number, align: 'text' },
    { heading: texts.time, align: 'text' },
    { heading: texts.who, align: 'text' },
    { heading: texts.what, align: 'text' },
    { heading: texts.target, align: 'text' },
    { heading: texts.change, align: 'text' },
  ]
  return (
    <StackedTable caption={texts.title} columns={columns}>
      {entries.map((entry) => (
        <StackedRow
          key={entry.sequence}
          columns={columns}
          head={format.number(entry.sequence)}
          cells={[
            words.time(entry.at),
            <Actor key="who" entry={entry} />,
            <code key="what" className={styles['action']} translate="no">
              {entry.action}
            </code>,
            <Name key="target">{entry.target}</Name>,
            <Change key="change" entry={entry} />,
          ]}
        />
      ))}
    </StackedTable>
  )
}
