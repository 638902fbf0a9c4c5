import { TextInput } from '@mantine/core'
import { useState, type ReactElement } from 'react'

import { ProblemNote } from '../../parts/problem-note.js'
import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import classes from '../parts/admin.module.css'
import { Button } from '../parts/button.js'
import { CodeForm } from './code-form.js'
import { SESSION_TEXTS } from './texts.js'

/** Email and password, then the code of the second factor where the account has one. */
export const SignInForm = ({
  email: known = '',
  onSignedIn,
}: {
  readonly email?: string
  readonly onSignedIn: () => void
}): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<Shape<'SignedIn'>['next'] | 'password'>('password')
  const signIn = async (): Promise<void> => {
    const answer = await run(
      api.POST('/api/session', { params: { header: once() }, body: { email, password } }),
    )
    setPassword('')
    if (answer.kind !== 'done') return
    setStep(answer.value.next)
    if (answer.value.next === 'signed-in') onSignedIn()
  }
  if (step === 'second-factor') {
    return <CodeForm onSignedIn={onSignedIn} onStartOver={() => setStep('password')} />
  }
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
    >
      <TextInput
        label={texts.email}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus={known === ''}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <TextInput
        label={texts.password}
        type="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        autoFocus={known !== ''}
        maxLength={128}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {state.kind === 'failed' ? <ProblemNote problem={state.problem} /> : null}
      <div className={classes['actions']}>
        <Button type="submit" kind="primary" state={state.kind === 'busy' ? 'busy' : 'ready'}>
          {texts.signIn}
        </Button>
      </div>
    </form>
  )
}
