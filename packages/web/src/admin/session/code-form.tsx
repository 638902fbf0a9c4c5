import { useState, type ReactElement } from 'react'

import { useAdmin } from '../api/admin-context.js'
import { once } from '../api/api.js'
import { useAction } from '../api/use-action.js'
import { useTexts } from '../language.js'
import { Button } from '../parts/button.js'
import { Form } from '../parts/form.js'
import { TextField } from '../parts/text-field.js'
import { SESSION_TEXTS } from './texts.js'

/** The code of the second factor, or a backup code. */
export const CodeForm = ({
  onSignedIn,
  onStartOver,
}: {
  readonly onSignedIn: () => void
  readonly onStartOver: () => void
}): ReactElement => {
  const texts = useTexts(SESSION_TEXTS)
  const { api } = useAdmin()
  const { state, run } = useAction()
  const [code, setCode] = useState('')
  const confirm = async (): Promise<void> => {
    const body = { code: code.trim() }
    const answer = await run(api.POST('/api/session/second-factor', { params: { header: once() }, body }))
    if (answer.kind === 'done') onSignedIn()
    else setCode('')
  }
  return (
    <Form
      submit={texts.confirm}
      state={state}
      onSubmit={() => void confirm()}
      aside={<Button onClick={onStartOver}>{texts.startOver}</Button>}
    >
      <TextField
        label={texts.code}
        hint={texts.codeHint}
        focus="at-once"
        autoComplete="one-time-code"
        minLength={6}
        maxLength={32}
        value={code}
        onType={setCode}
      />
    </Form>
  )
}
