import { useCallback, type ReactElement } from 'react'

import { useQuery } from '../../app/use-query.js'
import { EmptyNote } from '../../parts/empty-note.js'
import { PolledView } from '../../parts/polled-view.js'
import { useMe } from '../api/admin-context.js'
import type { Shape } from '../api/api.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import { AdminLink } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { OpenedForm } from '../parts/opened-form.js'
import { PageHead } from '../parts/page-head.js'
import { NewOrganisation } from './new-organisation.js'
import { OrganisationDetail } from './organisation-detail.js'
import { OrganisationsTable } from './organisations-table.js'
import { Places } from './places.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

const AllOrganisations = (): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { role } = useMe()
  const ask: Ask<{ organisations: Shape<'Organisation'>[] }> = useCallback(
    (api, signal) => api.GET('/api/organisations', { signal }),
    [],
  )
  const { polled, askAgain } = useAsked(ask)
  return (
    <>
      <PolledView polled={polled} skeletonHeight={240}>
        {({ organisations }) =>
          organisations.length === 0 ? (
            <EmptyNote title={texts.none} text={texts.noneText} />
          ) : (
            <OrganisationsTable organisations={organisations} />
          )
        }
      </PolledView>
      {role === 'operator' ? (
        <div className={classes['actions']}>
          <OpenedForm label={texts.add}>
            {(close) => (
              <NewOrganisation
                onDone={() => {
                  close()
                  askAgain()
                }}
              />
            )}
          </OpenedForm>
        </div>
      ) : null}
      <Places organisation="" title={texts.deployment} />
    </>
  )
}

/** The organisations, or the one that the address names; an admin sees their own. */
export const OrganisationsPage = (): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const [query] = useQuery()
  const { organisation: own } = useMe()
  const shown = own ?? query.get('organisation')
  if (shown === null) {
    return (
      <div className={classes['page']}>
        <PageHead title={texts.title} lead={texts.lead} />
        <AllOrganisations />
      </div>
    )
  }
  return (
    <div className={classes['page']}>
      {own === null ? (
        <p className={classes['plain']}>
          <AdminLink path="/admin/organisations">{texts.all}</AdminLink>
        </p>
      ) : null}
      <OrganisationDetail key={shown} name={shown} />
    </div>
  )
}
