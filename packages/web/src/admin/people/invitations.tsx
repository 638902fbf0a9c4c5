import { useCallback, useState, type ReactElement } from 'react'

import { PolledView } from '../../parts/polled-view.js'
import { StackedRow, StackedTable, type Column } from '../../parts/stacked-table.js'
import { useAdmin, useMe } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useAsked, type Ask } from '../api/use-asked.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Confirm } from '../parts/confirm.js'
import { isolated, Name } from '../parts/name.js'
import { OpenedForm } from '../parts/opened-form.js'
import { RoleText } from '../parts/role-text.js'
import { ShownOnce } from '../parts/shown-once.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { InviteForm } from './invite-form.js'
import { PEOPLE_TEXTS } from './texts.js'

const Revoke = ({
  invitation,
  onChanged,
}: {
  readonly invitation: Shape<'Invitation'>
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(PEOPLE_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const revoke = async () => {
    const params = { path: { id: invitation.id }, header: once() }
    const answer = await run(api.DELETE('/api/invitations/{id}', { params }))
    if (answer.kind === 'done') onChanged()
    return answer
  }
  const name = isolated(invitation.email ?? texts.firstOperator)
  return <Confirm label={texts.revoke} name={name} question={texts.revokeText} state={state} run={revoke} />
}

const InvitationsTable = ({
  invitations,
  onChanged,
}: {
  readonly invitations: readonly Shape<'Invitation'>[]
  readonly onChanged: () => void
}): ReactElement => {
  const texts = useTexts(PEOPLE_TEXTS)
  const common = useTexts(COMMON_TEXTS)
  const words = useWords()
  const { role } = useMe()
  const columns: readonly Column[] = [
    { heading: texts.email, align: 'text' },
    { heading: texts.role, align: 'text' },
    { heading: texts.state, align: 'text' },
    { heading: texts.invitedBy, align: 'text' },
    { heading: texts.expires, align: 'text' },
    ...(role === 'operator' ? [{ heading: common.actions, align: 'text' } as const] : []),
  ]
  if (invitations.length === 0) return <p className={classes['quiet']}>{texts.noInvitations}</p>
  return (
    <StackedTable caption={texts.invitations} columns={columns}>
      {invitations.map((invitation) => (
        <StackedRow
          key={invitation.id}
          columns={columns}
          head={<Name>{invitation.email ?? texts.firstOperator}</Name>}
          cells={[
            <RoleText key="role" grant={invitation} />,
            texts.invitationStates[invitation.state],
            <Name key="by">{invitation.invitedBy}</Name>,
            words.time(invitation.expiresAt),
            invitation.state === 'open' ? (
              <Revoke key="revoke" invitation={invitation} onChanged={onChanged} />
            ) : null,
          ]}
        />
      ))}
    </StackedTable>
  )
}

/** Who is invited, and the way to invite somebody. */
export const Invitations = (): ReactElement => {
  const texts = useTexts(PEOPLE_TEXTS)
  const { role } = useMe()
  const [link, setLink] = useState<string>()
  const ask: Ask<{ invitations: Shape<'Invitation'>[] }> = useCallback(
    (api, signal) => api.GET('/api/invitations', { signal }),
    [],
  )
  const { polled, askAgain } = useAsked(ask)
  return (
    <section className={classes['section']}>
      <PolledView polled={polled} skeletonHeight={160}>
        {({ invitations }) => <InvitationsTable invitations={invitations} onChanged={askAgain} />}
      </PolledView>
      {role === 'operator' ? (
        <div className={classes['actions']}>
          <OpenedForm label={texts.invite}>
            {(close) => (
              <InviteForm
                onInvited={(made) => {
                  close()
                  setLink(made)
                  askAgain()
                }}
              />
            )}
          </OpenedForm>
        </div>
      ) : null}
      {link === undefined ? null : (
        <ShownOnce title={texts.linkTitle} secret={link} onClose={() => setLink(undefined)}>
          <p className={classes['plain']}>{texts.inviteText}</p>
        </ShownOnce>
      )}
    </section>
  )
}
