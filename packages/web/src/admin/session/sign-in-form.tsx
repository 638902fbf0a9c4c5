import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once, type Shape } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
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
    <Form submit={texts.signIn} state={state} onSubmit={() => void signIn()}>
      <TextField
        label={texts.email}
        type="email"
        autoComplete="username"
        maxLength={254}
        value={email}
        onType={setEmail}
      />
      <TextField
        label={texts.password}
        type="password"
        autoComplete="current-password"
        maxLength={128}
        value={password}
        onType={setPassword}
      />
    </Form>
  )
}
