import { TextInput } from '@mantine/core'
import { use, useState, type ReactElement } from 'react'

import { QueryContext } from '../../app/use-query.js'
import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { useAdminAddress } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { COMMON_TEXTS } from '../parts/texts.js'
import { useWords } from '../parts/use-words.js'
import { SESSION_TEXTS } from './texts.js'

/** What an invitation is for. */
export interface Offer {
  readonly email: string | null
  readonly role: Shape<'AccountRole'>
  readonly organisation: string | null
  readonly expiresAt: string
}

const OfferText = ({ offer }: { readonly offer: Offer }): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  const { roles, roleMeanings } = useTexts(COMMON_TEXTS)
  const words = useWords()
  const { role, organisation, expiresAt } = offer
  return (
    <p className={classes['plain']}>
      {texts.joinLead(`${roles[role]} (${roleMeanings[role]})`)}{' '}
      {organisation === null ? null : texts.joinOrganisation(words.organisation(organisation))}{' '}
      {texts.joinUntil(words.time(expiresAt))}
    </p>
  )
}

/** Name, email address where the link names none, and a password. */
export const JoinForm = ({
  token,
  offer,
}: {
  readonly token: string
  readonly offer: Offer
}): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  const { api, sessions } = useAdmin()
  const { state, run } = useAction()
  const store = use(QueryContext)
  const address = useAdminAddress()
  const [typed, setTyped] = useState({ name: '', email: offer.email ?? '', password: '' })
  const join = async (): Promise<void> => {
    const { name, email, password } = typed
    const body = { token, name, password, ...(offer.email === null && { email }) }
    const answer = await run(api.POST('/api/invitation/acceptance', { params: { header: once() }, body }))
    if (answer.kind !== 'done') return
    await sessions.refresh()
    store.go(address('/admin'))
  }
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void join()
      }}
    >
      <OfferText offer={offer} />
      <TextInput
        label={texts.email}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        readOnly={offer.email !== null}
        value={typed.email}
        onChange={({ currentTarget: { value } }) => setTyped({ ...typed, email: value })}
      />
      <TextInput
        label={texts.name}
        description={texts.nameHint}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        value={typed.name}
        onChange={({ currentTarget: { value } }) => setTyped({ ...typed, name: value })}
      />
      <TextInput
        label={texts.newPassword}
        description={texts.passwordHint}
        type="password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={12}
        maxLength={128}
        value={typed.password}
        onChange={({ currentTarget: { value } }) => setTyped({ ...typed, password: value })}
      />
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
      <div className={classes['actions']}>
        <Button type="submit" kind="primary" state={state.kind === 'busy' ? 'busy' : 'ready'}>
          {texts.join}
        </Button>
      </div>
    </form>
  )
}
