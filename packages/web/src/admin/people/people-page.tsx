import { useCallback, type ReactElement } from 'react'

import { PolledView } from '../../parts/polled-view.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { PageHead } from '../parts/page-head.js'
import { Invitations } from './invitations.js'
import { PeopleTable } from './people-table.js'
import { PEOPLE_TEXTS } from './texts.js'

const MAY_SEE_INVITATIONS: ReadonlySet<Shape<'AccountRole'>> = new Set(['operator', 'auditor'])

/** Accounts and invitations. */
export const PeoplePage = (): ReactElement => {
  const texts = useTexts(PEOPLE_TEXTS)
  const { role } = useMe()
  const ask: Ask<{ people: Shape<'Person'>[] }> = useCallback(
    (api, signal) => api.GET('/api/people', { signal }),
    [],
  )
  const { polled, askAgain } = useAsked(ask)
  return (
    <div className={classes['page']}>
      <PageHead title={texts.title} lead={texts.lead} />
      <PolledView polled={polled} skeletonHeight={260}>
        {({ people }) => <PeopleTable people={people} onChanged={askAgain} />}
      </PolledView>
      {MAY_SEE_INVITATIONS.has(role) ? <Invitations /> : null}
    </div>
  )
}
