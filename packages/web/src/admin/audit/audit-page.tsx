import { NativeSelect } from '@mantine/core'
import { use, useCallback, type ReactElement } from 'react'

import { QueryContext, useQuery } from '../../app/use-query.js'
import { EmptyNote } from '../../parts/empty-note.js'
import { PolledView } from '../../parts/polled-view.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import { useAdminAddress } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { PageHead } from '../parts/page-head.js'
import { AuditHeadSection } from './audit-head.js'
import { AuditTable } from './audit-table.js'
import { AUDIT_TEXTS } from './texts.js'

interface Entries {
  readonly entries: Shape<'AuditEntry'>[]
  readonly next: number | null
}

const PAGE_LENGTH = 50

const EntriesOf = ({
  action,
  before,
}: {
  readonly action: string | undefined
  readonly before: number | undefined
}): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  const store = use(QueryContext)
  const address = useAdminAddress()
  const ask: Ask<Entries> = useCallback(
    (api, signal) => {
      const query = {
        limit: PAGE_LENGTH,
        ...(action !== undefined && { action }),
        ...(before !== undefined && { before }),
      }
      return api.GET('/api/audit-log', { params: { query }, signal })
    },
    [action, before],
  )
  const { polled } = useAsked(ask)
  const turn = (to: number | undefined): void =>
    store.go(address('/admin/audit-log', { action, before: to === undefined ? undefined : String(to) }))
  return (
    <PolledView polled={polled} skeletonHeight={520}>
      {({ entries, next }) => (
        <>
          {entries.length === 0 ? (
            <EmptyNote title={texts.none} text={texts.noneText} />
          ) : (
            <AuditTable entries={entries} />
          )}
          <div className={classes['actions']}>
            {before === undefined ? null : <Button onClick={() => turn(undefined)}>{texts.newest}</Button>}
            {next === null ? null : <Button onClick={() => turn(next)}>{texts.older}</Button>}
          </div>
        </>
      )}
    </PolledView>
  )
}

/** The audit log, page by page; what is shown stands in the address. */
export const AuditPage = (): ReactElement => {
  const texts = useTexts(AUDIT_TEXTS)
  const [query, change] = useQuery()
  const action = query.get('action') ?? undefined
  const before = Number(query.get('before') ?? 0)
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      <AuditHeadSection />
      <div className={classes['form']}>
        <NativeSelect
          label={texts.show}
          value={action ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ action: value === '' ? undefined : value, before: undefined })
          }
          data={[
            { value: '', label: texts.everything },
            ...Object.entries(texts.kinds).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <EntriesOf action={action} before={before >= 1 ? before : undefined} />
    </div>
  )
}
