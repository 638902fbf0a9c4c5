import { Title } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import notes from '../../parts/notes.module.css'
import { useAdmin, useMe } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Form } from '../parts/form.js'
import { OpenedForm } from '../parts/opened-form.js'
import { TextField } from '../parts/text-field.js'
import { ConfirmFactor, factorSecretOf, type FactorSecret } from './confirm-factor.js'
import { ACCOUNT_TEXTS } from './texts.js'

const TurnOn = ({ onDone }: { readonly onDone: () => void }): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [password, setPassword] = useState('')
  const [secret, setSecret] = useState<FactorSecret | 'shown-before'>()
  const begin = async (): Promise<void> => {
    const params = { header: once() }
    const answer = await run(api.POST('/api/account/second-factor', { params, body: { password } }))
    if (answer.kind !== 'done') return
    setSecret(factorSecretOf(answer.value) ?? 'shown-before')
    setPassword('')
  }
  if (typeof secret === 'object') return <ConfirmFactor secret={secret} onDone={onDone} />
  return (
    <Form submit={texts.turnOn} state={state} onSubmit={() => void begin()}>
      {secret === 'shown-before' ? (
        <p role="alert" className={notes['note']}>
          {texts.factorShownBefore}
        </p>
      ) : null}
      <TextField
        label={texts.currentPassword}
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={password}
        onType={setPassword}
      />
    </Form>
  )
}

const TurnOff = ({ onDone }: { readonly onDone: () => void }): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [password, setPassword] = useState('')
  const end = async (): Promise<void> => {
    const params = { header: once() }
    const answer = await run(api.DELETE('/api/account/second-factor', { params, body: { password } }))
    if (answer.kind === 'done') onDone()
  }
  return (
    <Form submit={texts.turnOff} state={state} onSubmit={() => void end()}>
      <TextField
        label={texts.currentPassword}
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={password}
        onType={setPassword}
      />
    </Form>
  )
}

/** Turns one's own second factor on or off. */
export const SecondFactorSection = (): ReactElement => {
  const texts = useTexts(ACCOUNT_TEXTS)
  const { sessions } = useAdmin()
  const { secondFactor } = useMe()
  const Change = secondFactor === 'on' ? TurnOff : TurnOn
  return (
    <section className={classes['section']} aria-labelledby="second-factor">
      <Title order={2} id="second-factor">
        {texts.secondFactor}
      </Title>
      <p className={classes['plain']}>{secondFactor === 'on' ? texts.factorOn : texts.factorOff}</p>
      <div className={classes['actions']}>
        <OpenedForm label={secondFactor === 'on' ? texts.turnOff : texts.turnOn} name={texts.secondFactor}>
          {(close) => (
            <Change
              onDone={() => {
                close()
                void sessions.refresh()
              }}
            />
          )}
        </OpenedForm>
      </div>
    </section>
  )
}
