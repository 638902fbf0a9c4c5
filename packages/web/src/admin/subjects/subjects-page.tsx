import { use, useCallback, type ReactElement } from 'react'

import { QueryContext, useQuery } from '../../app/use-query.js'
import { EmptyNote } from '../../parts/empty-note.js'
import { PolledView } from '../../parts/polled-view.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import { useAdminAddress } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { PageHead } from '../parts/page-head.js'
import { NewRequest } from './new-request.js'
import { RequestsTable } from './requests-table.js'
import { SUBJECTS_TEXTS } from './texts.js'

interface Requests {
  readonly requests: Shape<'SubjectRequest'>[]
  readonly next: string | null
}

const MAY_REQUEST: ReadonlySet<Shape<'AccountRole'>> = new Set(['operator', 'privacy-officer'])

/** New requests, and the erasures that were asked for. */
export const SubjectsPage = (): ReactElement => {
  const texts = useTexts(SUBJECTS_TEXTS)
  const { role } = useMe()
  const [query] = useQuery()
  const store = use(QueryContext)
  const address = useAdminAddress()
  const before = query.get('before') ?? undefined
  const ask: Ask<Requests> = useCallback(
    (api, signal) =>
      api.GET('/api/subject/requests', {
        params: { query: before === undefined ? {} : { before } },
        signal,
      }),
    [before],
  )
  const { polled, askAgain } = useAsked(ask)
  const turn = (to: string | undefined): void => store.go(address('/admin/subject-requests', { before: to }))
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      {MAY_REQUEST.has(role) ? <NewRequest onErasing={askAgain} /> : null}
      <PolledView polled={polled} skeletonHeight={260}>
        {({ requests, next }) => (
          <>
            {requests.length === 0 ? (
              <EmptyNote title={texts.none} text={texts.noneText} />
            ) : (
              <RequestsTable requests={requests} />
            )}
            <div className={classes['actions']}>
              {before === undefined ? null : <Button onClick={() => turn(undefined)}>{texts.newest}</Button>}
              {next === null ? null : <Button onClick={() => turn(next)}>{texts.older}</Button>}
            </div>
          </>
        )}
      </PolledView>
    </div>
  )
}
