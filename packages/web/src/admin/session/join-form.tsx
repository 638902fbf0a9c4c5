import { use, useState, type ReactElement } from 'react'

import { QueryContext } from '../../app/use-query.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { useAdminAddress } from '../parts/admin-link.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
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

interface Typed {
  readonly name: string
  readonly email: string
  readonly password: string
}

const JoinFields = ({
  offer,
  typed,
  onType,
}: {
  readonly offer: Offer
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
}): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  return (
    <>
      <TextField
        label={texts.email}
        type="email"
        autoComplete="username"
        maxLength={254}
        access={offer.email === null ? 'write' : 'read'}
        value={typed.email}
        onType={(email) => onType({ ...typed, email })}
      />
      <TextField
        label={texts.name}
        hint={texts.nameHint}
        autoComplete="name"
        maxLength={100}
        value={typed.name}
        onType={(name) => onType({ ...typed, name })}
      />
      <TextField
        label={texts.newPassword}
        hint={texts.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={128}
        value={typed.password}
        onType={(password) => onType({ ...typed, password })}
      />
    </>
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
  const [typed, setTyped] = useState<Typed>({ name: '', email: offer.email ?? '', password: '' })
  const join = async (): Promise<void> => {
    const { name, email, password } = typed
    const body = { token, name, password, ...(offer.email === null && { email }) }
    const answer = await run(api.POST('/api/invitation/acceptance', { params: { header: once() }, body }))
    if (answer.kind !== 'done') return
    await sessions.refresh()
    store.go(address('/admin'))
  }
  return (
    <Form submit={texts.join} state={state} onSubmit={() => void join()}>
      <OfferText offer={offer} />
      <JoinFields offer={offer} typed={typed} onType={setTyped} />
    </Form>
  )
}
