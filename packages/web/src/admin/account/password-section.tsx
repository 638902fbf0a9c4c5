import { Checkbox, Title } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { ACCOUNT_TEXTS } from './texts.js'

const NOTHING = { current: '', next: '', tokens: 'kept' as 'kept' | 'revoked' }

type Typed = typeof NOTHING

const PasswordFields = ({
  typed,
  onType,
}: {
  readonly typed: Typed
  readonly onType: (typed: Typed) => void
}): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  return (
    <>
      <TextField
        label={texts.currentPassword}
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={typed.current}
        onType={(current) => onType({ ...typed, current })}
      />
      <TextField
        label={texts.newPassword}
        hint={texts.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={12}
        maxLength={128}
        value={typed.next}
        onType={(next) => onType({ ...typed, next })}
      />
      <Checkbox
        label={texts.revokeAll}
        description={texts.revokeAllText}
        checked={typed.tokens === 'revoked'}
        onChange={({ currentTarget: { checked } }) =>
          onType({ ...typed, tokens: checked ? 'revoked' : 'kept' })
        }
      />
    </>
  )
}

/** Changes one's own password. */
export const PasswordSection = (): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [typed, setTyped] = useState(NOTHING)
  const [outcome, setOutcome] = useState<'none' | 'kept' | 'revoked'>('none')
  const change = async (): Promise<void> => {
    setOutcome('none')
    const params = { header: once() }
    const answer = await run(api.POST('/api/account/password', { params, body: typed }))
    if (answer.kind !== 'done') return
    setTyped(NOTHING)
    setOutcome(typed.tokens)
  }
  return (
    <section className={classes['section']} aria-labelledby="password">
      <Title order={2} id="password">
        {texts.password}
      </Title>
      <Form submit={texts.changePassword} state={state} onSubmit={() => void change()}>
        <PasswordFields typed={typed} onType={setTyped} />
      </Form>
      <output className={classes['plain']}>
        {outcome === 'none' ? null : texts.passwordChanged[outcome]}
      </output>
    </section>
  )
}
