import { use, useCallback, type ReactElement } from 'react'

import { QueryContext } from '../../app/use-query.js'
import { PolledView } from '../../parts/polled-view.js'
import { useAdmin, useMe } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useAsked, valueOf, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import { AdminLink, useAdminAddress } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { Confirm } from '../parts/confirm.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { PageHead } from '../parts/page-head.js'
import { ChangeOrganisation } from './change-organisation.js'
import { Places } from './places.js'
import { ORGANISATIONS_TEXTS } from './texts.js'

const Facts = ({ organisation }: { readonly organisation: Shape<'Organisation'> }): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { name, cloud, hosting } = organisation
  return (
    <dl className={classes['facts']}>
      <dt>{texts.name}</dt>
      <dd>
        <Name>{name}</Name>
      </dd>
      <dt>{texts.cloud}</dt>
      <dd>
        <Name>{cloud}</Name>
      </dd>
      <dt>{texts.hosting}</dt>
      <dd>{texts.hostings[hosting]}</dd>
    </dl>
  )
}

const OperatorActions = ({
  organisation,
  onChanged,
}: {
  readonly organisation: Shape<'Organisation'>
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const store = use(QueryContext)
  const address = useAdminAddress()
  const { name } = organisation
  const remove = async () => {
    const params = { path: { organisation: name }, header: once() }
    const answer = await run(api.DELETE('/api/organisations/{organisation}', { params }))
    if (answer.kind === 'done') store.go(address('/admin/organisations'))
    return answer
  }
  return (
    <>
      <OpenedForm label={texts.change}>
        {(close) => (
          <ChangeOrganisation
            organisation={organisation}
            onDone={() => {
              close()
              onChanged()
            }}
          />
        )}
      </OpenedForm>
      <Confirm label={texts.remove} question={texts.removeText(isolated(name))} state={state} run={remove} />
    </>
  )
}

/** An organisation with its sites and pools. */
export const OrganisationDetail = ({ name }: { readonly name: string }): ReactElement => {
  const texts = useTexts(ORGANISATIONS_TEXTS)
  const { role } = useMe()
  const ask: Ask<Shape<'Organisation'>> = useCallback(
    (api, signal) =>
      api.GET('/api/organisations/{organisation}', { params: { path: { organisation: name } }, signal }),
    [name],
  )
  const asked = useAsked(ask)
  return (
    <>
      <PageHead title={isolated(valueOf(asked)?.label ?? name)} />
      <PolledView polled={asked.polled} skeletonHeight={200}>
        {(organisation) => (
          <>
            <Facts organisation={organisation} />
            <div className={classes['actions']}>
              <AdminLink path="/admin/settings" query={{ organisation: name }}>
                {texts.toSettings}
              </AdminLink>
              {role === 'operator' ? (
                <OperatorActions organisation={organisation} onChanged={asked.askAgain} />
              ) : null}
            </div>
          </>
        )}
      </PolledView>
      <Places organisation={name} />
    </>
  )
}
